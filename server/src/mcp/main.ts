/**
 * The Model Context Protocol in a bundle of its own: only `systemd-units mcp` of the npm package needs it. What the tools do is in
 * the bundle that loads this one, and handed in.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';

/** What is served. */
export interface Served {
  readonly version: string;
  readonly instructions: string;
  tools(): readonly { name: string; title: string; description: string; inputSchema: { type: 'object' } }[];
  call(name: string, input: unknown): Promise<{ readonly text: string; readonly isError: boolean }>;
  resources(): readonly { uri: string; name: string; description: string }[];
  read(uri: string): string | undefined;
}

/** Serves on standard input and output until the client closes them. */
export async function serve({ version, instructions, ...served }: Served): Promise<void> {
  const about = { name: 'systemd-units', title: 'systemd Units', version };
  const server = new Server(about, { capabilities: { tools: {}, resources: {} }, instructions });
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: served.tools().map((tool) => ({ ...tool, annotations })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { text, isError } = await served.call(params.name, params.arguments ?? {});
    return { content: [{ type: 'text', text }], isError };
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: served.resources().map((resource) => ({ ...resource, mimeType: 'text/markdown' })),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const text = served.read(uri);
    if (text === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri}.`);
    return { contents: [{ uri, mimeType: 'text/markdown', text }] };
  });
  const transport = new StdioServerTransport();
  await server.connect(transport);
  process.stdin.once('end', () => void server.close());
}
