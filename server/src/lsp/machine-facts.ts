import type { Folder } from './folders.ts';
import { createMachineCache, type MachineCache } from './machine-cache.ts';
import { type Accounts, NO_ACCOUNTS, type Runtime } from './runtime.ts';

/** What the machine says of itself; nothing before it was asked. */
export interface MachineFacts {
  readonly version: number | undefined;
  readonly accounts: Accounts;
  readonly cache: MachineCache;
  ask(folders: readonly Folder[]): Promise<void>;
}

export function createMachineFacts(runtime: Runtime): MachineFacts {
  let version: number | undefined;
  let accounts = NO_ACCOUNTS;
  return {
    get version() {
      return version;
    },
    get accounts() {
      return accounts;
    },
    cache: createMachineCache(runtime, () => accounts),
    async ask(folders) {
      [version, accounts] = await Promise.all([runtime.machineVersion(folders), runtime.accounts()]);
    },
  };
}
