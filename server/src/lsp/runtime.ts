import type { DropInText } from '../features/diagnostics.ts';
import type { Manual } from '../manual/index.ts';

/** A unit file found on the machine or in an opened folder. */
export interface FoundFile {
  readonly path: string;
  /** Order among the machine's unit paths; 0 hides 1. */
  readonly rank: number;
}

/** What the server needs of the place it runs in: node or a web worker. Nothing here throws; what fails is absent. */
export interface Runtime {
  readonly version: string;
  /** Opens the manual when first asked; pages are read one by one. Prefers pages of the target version. */
  manual(targetVersion: number): Manual | undefined;
  /** The version of the machine's systemd. */
  machineVersion(): Promise<number | undefined>;
  /** Unit files below an opened folder. */
  workspaceFiles(folderUri: string): Promise<readonly FoundFile[]>;
  /** Unit files in the machine's unit paths. */
  machineFiles(): Promise<readonly FoundFile[]>;
  /** The drop-ins in the folder beside a fragment (`foo.service.d/`), in systemd's order. */
  dropInsBeside(fragment: string): Promise<readonly DropInText[]>;
  /** Names in the machine's user and group databases. */
  accounts(): Promise<{ readonly users: readonly string[]; readonly groups: readonly string[] }>;
}
