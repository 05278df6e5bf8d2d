import type { Folder } from './folders.ts';
import { createMachineMemory, type MachineMemory } from './machine-knowledge.ts';
import type { Runtime } from './runtime.ts';

type Accounts = Awaited<ReturnType<Runtime['accounts']>>;

/** What the machine says of itself; nothing before it was asked. */
export interface MachineFacts {
  readonly version: number | undefined;
  readonly accounts: Accounts;
  readonly memory: MachineMemory;
  ask(folders: readonly Folder[]): Promise<void>;
}

export function createMachineFacts(runtime: Runtime): MachineFacts {
  let version: number | undefined;
  let accounts: Accounts = { users: [], groups: [] };
  let sets = { users: new Set<string>(), groups: new Set<string>() };
  return {
    get version() {
      return version;
    },
    get accounts() {
      return accounts;
    },
    memory: createMachineMemory(runtime, () => sets),
    async ask(folders) {
      [version, accounts] = await Promise.all([runtime.machineVersion(folders), runtime.accounts()]);
      sets = { users: new Set(accounts.users), groups: new Set(accounts.groups) };
    },
  };
}
