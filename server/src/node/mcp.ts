import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { assistantTools, callTool, readResource, resources } from '../assistant/assistant.ts';
import { confinedHost } from '../assistant/confined-host.ts';
import { inputSchema } from '../assistant/tool.ts';
import { type CliHost, UsageError } from '../cli/host.ts';
import { readMcpArguments } from '../cli/mcp-command.ts';
import type { serve } from '../mcp/main.ts';
import { shippedFile } from './shipped-file.ts';

const INSTRUCTIONS =
  'Judges, fixes and explains systemd units as systemd itself does. Check every unit you write with check_unit before you show it, and calendar events with calendar.';

/** Loads the protocol, which the npm package has beside the engine, and serves. @throws {@link UsageError} */
export async function serveMcp(machine: CliHost, args: readonly string[], version: string): Promise<void> {
  const host = await confinedHost({ ...machine, programVersion: version }, readMcpArguments(machine, args));
  await protocol().serve({
    version,
    instructions: INSTRUCTIONS,
    tools: () => assistantTools.map((tool) => ({ ...about(tool), inputSchema: inputSchema(tool) })),
    call: (name, input) => callTool(host, name, input),
    resources: () => resources(host),
    read: (uri) => readResource(host, uri),
  });
}

/** A module that is read as a text, since the standalone program has it so. */
function protocol(): Protocol {
  const module = { exports: {} };
  const script = new Script(wrap(codeOfProtocol()), { filename: join(__dirname, FILE) });
  script.runInThisContext().call(module.exports, module.exports, createRequire(__filename), module);
  return module.exports as Protocol;
}

function codeOfProtocol(): string {
  try {
    return shippedFile(FILE).toString();
  } catch {
    throw new UsageError('this build has no MCP server; the npm package systemd-units has it');
  }
}

const FILE = 'mcp.cjs';

interface Protocol {
  readonly serve: typeof serve;
}

const about = ({ name, title, description }: (typeof assistantTools)[number]) => ({ name, title, description });
