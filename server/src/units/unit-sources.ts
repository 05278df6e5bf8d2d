import type { Manager } from '../schema/file-identity.ts';
import type { UnitName } from '../schema/unit-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { FileFacts } from './relations.ts';

/** The file of another program from which it makes a unit, or a drop-in for such files. */
export type SourceRole = {
  /** The folder whose files the program reads as one. */
  readonly root: string;
  readonly manager: Manager;
  /** Whether the path alone tells; else the text has to. */
  readonly isSure: boolean;
} & (
  | { readonly role: 'fragment' /** The name of the file. */; readonly source: string; readonly unit: UnitName }
  /** `owner` is the name of a file, the beginning of names, or a kind of files. */
  | { readonly role: 'drop-in'; readonly owner: string }
);

/** How the files of another program from which it makes units take part among units. */
export interface UnitSources {
  /** What a file is by its path; undefined for files of others. */
  roleOf(path: string): SourceRole | undefined;
  /** Whether a file whose path does not tell is one. */
  isOne(path: string, tree: UnitFile): boolean;
  factsOf(path: string, tree: UnitFile): FileFacts;
  /** The owners of drop-ins that count for a file of this name, the most telling first. */
  dropInOwners(name: string): readonly string[];
  /** The name of a file that makes a unit of a wanted name in place of the one that is now called `source`; undefined where none does. */
  renamed(source: string, wanted: string): string | undefined;
}
