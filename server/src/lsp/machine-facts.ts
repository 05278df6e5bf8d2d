import type { Folder } from './folders.ts';
import { createMachineCache, type MachineCache } from './machine-cache.ts';
import { type Accounts, NO_ACCOUNTS, type Runtime } from './runtime.ts';

/** What the machine says of itself; nothing before it was asked. */
export interface MachineFacts {
  readonly version: number | undefined;
  /** Its Podman, as major * 100 + minor. */
  readonly podman: number | undefined;
  readonly accounts: Accounts;
  readonly cache: MachineCache;
  /** `mayRun`: whether programs may be started that are not systemd's. */
  ask(folders: readonly Folder[], options: { readonly mayRun: boolean }): Promise<void>;
}

export function createMachineFacts(runtime: Runtime): MachineFacts {
  let version: number | undefined;
  let podman: number | undefined;
  let accounts = NO_ACCOUNTS;
  return {
    get version() {
      return version;
    },
    get podman() {
      return podman;
    },
    get accounts() {
      return accounts;
    },
    cache: createMachineCache(runtime, () => accounts),
    async ask(folders, { mayRun }) {
      [version, podman, accounts] = await Promise.all([
        runtime.machineVersion(folders),
        mayRun ? runtime.machinePodman?.(folders) : undefined,
        runtime.accounts(),
      ]);
    },
  };
}
