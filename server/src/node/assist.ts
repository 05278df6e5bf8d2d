import { callTool } from '../assistant/assistant.ts';
import { confinedHost } from '../assistant/confined-host.ts';
import type { Runtime } from '../lsp/runtime.ts';
import { nodeCliHost } from './cli-host.ts';

/** A tool on the opened folders: paths count from the first. */
export const assist: NonNullable<Runtime['assist']> = async ({ tool, input }, { folders, machineVersion }) => {
  const host = await confinedHost(nodeCliHost(), { roots: folders, machine: false, cwd: folders[0] });
  return callTool({ ...host, systemdVersion: () => machineVersion }, tool, input);
};
