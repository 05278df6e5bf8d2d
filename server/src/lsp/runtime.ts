import type { MachineFiles } from '../features/environment.ts';
import type { Manual } from '../manual/index.ts';
import type { AssistantAnswer, AssistantCall } from '../protocol/requests.ts';
import type { FoundFile } from '../units/indexed-file.ts';
import type { MachinePaths } from '../units/unit-location.ts';

import type { PodmanResource } from '../values/value-type.ts';
import type { Folder } from './folders.ts';
import type { PathStyle } from './uris.ts';

export type { FoundFile } from '../units/indexed-file.ts';

/** What the server needs of the place it runs in: node or a web worker. Nothing here throws; what fails is absent. */
export interface Runtime {
  readonly version: string;
  /** A long text is edited, or a picture placed: from now on memory may be spent on speed. */
  relaxMemoryLimits?(): void;
  /** How paths are written and compared here; as on Linux unless told. */
  readonly paths?: PathStyle;
  /** Opens the manual when first asked; pages are read one by one. Prefers pages of the target version. */
  manual(targetVersion: number): Manual | undefined;
  /** The version of the machine's systemd; no program below the opened folders is run to learn it. */
  machineVersion(folders: readonly Folder[]): Promise<number | undefined>;
  /** The same of its Podman, as major * 100 + minor. */
  machinePodman?(folders: readonly Folder[]): Promise<number | undefined>;
  /** What the machine's Podman has, by name; no program below the opened folders is run to learn it. */
  podmanNames?(resource: PodmanResource, folders: readonly Folder[]): Promise<readonly string[]>;
  /** Unit files below an opened folder. */
  workspaceFiles(folder: Folder): Promise<readonly FoundFile[]>;
  /** Files of all dialects below an opened folder, by their paths; those of units where a place cannot tell. */
  filesToCheck?(folder: Folder): Promise<readonly FoundFile[]>;
  /** The folders the machine's managers read units from, `extra` before them. */
  machinePaths(extra: readonly string[]): Promise<MachinePaths>;
  /** Unit files in search folders and in the folders of drop-ins and links below them. */
  unitFiles(searchFolders: readonly string[]): Promise<readonly FoundFile[]>;
  /** Quadlet files and their drop-ins, by their names, in folders and, where the folder is Podman's own, in those below it. */
  quadletFiles?(folders: readonly string[]): Promise<readonly FoundFile[]>;
  /** Files of networks and their drop-ins, by their names, in folders that systemd-networkd and udev read. */
  networkFiles?(folders: readonly string[]): Promise<readonly FoundFile[]>;
  /** Files that are read line by line, by their names, in folders whose files are read together. */
  lineFiles?(folders: readonly string[]): Promise<readonly FoundFile[]>;
  /** Tells which paths changed in search folders and right below them, until the result is called. */
  watchFolders?(folders: readonly string[], changed: (paths: ReadonlySet<string>) => void): Promise<() => void>;
  /** The fragment at a path, and the drop-ins in the folders of these owners beside it. */
  filesBeside(fragment: string, owners: readonly string[]): Promise<readonly FoundFile[]>;
  /** The text of a unit file; undefined when it cannot be read or is too long to be one. */
  readText(path: string): Promise<string | undefined>;
  /** Whether settings found here are heeded, by who owns them and the opened folder they are for; missing where that cannot be told. */
  isTrusted?(path: string, opened: string | undefined): Promise<boolean>;
  /** Files of the machine, for hover and completion of paths; missing where there is none. */
  readonly files?: MachineFiles;
  /** Does what a tool for AI assistants is for, on files below opened folders; missing where there are no such tools. */
  assist?(
    call: AssistantCall,
    around: { readonly folders: readonly string[]; readonly machineVersion: number | undefined },
  ): Promise<AssistantAnswer>;
  /** What the machine's user and group databases list. */
  accounts(): Promise<Accounts>;
}

export interface Accounts {
  /** With their home directories, as far as those are known. */
  readonly users: ReadonlyMap<string, string | undefined>;
  readonly groups: ReadonlySet<string>;
}

export const NO_ACCOUNTS: Accounts = { users: new Map(), groups: new Set() };
