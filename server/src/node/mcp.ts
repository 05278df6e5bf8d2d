import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assistantTools, callTool, readResource, resources } from '../assistant/assistant.ts';
import { confinedHost } from '../assistant/confined-host.ts';
import { inputSchema } from '../assistant/tool.ts';
import { type CliHost, UsageError } from '../cli/host.ts';
import { readMcpArguments } from '../cli/mcp-command.ts';
import type { serve } from '../mcp/main.ts';

const INSTRUCTIONS =
  'Judges, fixes and explains systemd units as systemd itself does. Check every unit you write with check_unit before you show it, and calendar events with calendar.';

/** Loads the protocol, which the npm package has beside the engine, and serves. @throws {@link UsageError} */
export async function serveMcp(machine: CliHost, args: readonly string[], version: string): Promise<void> {
  const host = await confinedHost({ ...machine, programVersion: version }, readMcpArguments(machine, args));
  const file = join(__dirname, 'mcp.cjs');
  if (!existsSync(file)) throw new UsageError('this build has no MCP server; the npm package systemd-units has it');
  const protocol = createRequire(file)(file) as { readonly serve: typeof serve };
  await protocol.serve({
    version,
    instructions: INSTRUCTIONS,
    tools: () => assistantTools.map((tool) => ({ ...about(tool), inputSchema: inputSchema(tool) })),
    call: (name, input) => callTool(host, name, input),
    resources: () => resources(host),
    read: (uri) => readResource(host, uri),
  });
}

const about = ({ name, title, description }: (typeof assistantTools)[number]) => ({ name, title, description });
