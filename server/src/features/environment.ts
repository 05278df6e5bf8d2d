import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import type { Manual } from '../manual/index.ts';
import type { Target } from '../schema/targets.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { PodmanResource } from '../values/value-type.ts';

/** What the features know besides the document; all of it handed in, none of it read by them. */
export interface Environment {
  /** Undefined where no manual could be had. */
  readonly manual: Manual | undefined;
  readonly units: UnitIndex;
  /** What the units are for; what some of several targets do not have is marked. */
  readonly targets?: readonly Target[] | undefined;
  /** Names of the machine; empty where the server does not run on it. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Files of the machine the units are for; missing where the server does not run on it. */
  readonly files?: MachineFiles | undefined;
  /** The Quadlet files that Podman reads with the one that is asked about; missing where nobody looks for them. */
  readonly quadlets?: readonly QuadletText[] | undefined;
  /** The files of networks around the one that is asked about; missing where nobody looks for them. */
  readonly networks?: TextsAmong | undefined;
  /** The same of files that are read line by line. */
  readonly lines?: TextsAmong | undefined;
  /** What the machine's Podman has, by name; missing where it is not asked. */
  readonly podman?: PodmanNames | undefined;
  /** How much of the manual is shown at once, in characters; what fits a screen unless told. */
  readonly screen?: number;
  /** The editor shows Markdown much as it is written: there is no room for columns, nor for addresses within the text. */
  readonly isPlain?: boolean;
  /** Seconds since 1970. */
  now(): number;
  /** Where the editor opens a manual page at a place, else where the web has it; undefined where neither is certain. */
  manualLink(page: string, anchor: string, webAnchor: string): string | undefined;
}

/** A Quadlet file as it is on disk or in an editor. */
export interface QuadletText {
  readonly path: string;
  readonly text: string;
}

/** Files that a program reads together, as they are on disk or in an editor. */
export interface TextsAmong {
  /** Those that are read with the file that is asked about; undefined where it is none of them. */
  readonly among: FilesAmong | undefined;
  /** All that are known, in whatever folder. */
  all(): readonly FileAmong[];
}

/** Names of what Podman has; empty where it does not answer soon. Nothing throws. */
export type PodmanNames = (resource: PodmanResource) => Promise<readonly string[]>;

/** A look at the machine's files, never at what they hold. Paths are absolute; nothing throws, and each answer comes soon. */
export interface MachineFiles {
  look(path: string): Promise<FileState | undefined>;
  /** Some of the entries of a folder whose names begin so, by name. */
  list(folder: string, beginning: string): Promise<readonly FolderEntry[]>;
  /** The value of a setting of the kernel below /proc/sys that everybody may read: the one thing that is read. */
  setting?(path: string): Promise<string | undefined>;
}

export interface FileState {
  readonly type: 'file' | 'directory' | 'other';
  /** Some user may run it. */
  readonly executable: boolean;
  /** Nobody but its owner and group may do anything with it; false where that is not known. */
  readonly isPrivate?: boolean;
}

export interface FolderEntry extends FileState {
  readonly name: string;
}
