import type { FileIdentity } from '../schema/file-identity.ts';
import type { Program } from '../schema/targets.ts';
import type { DirectiveTable } from './directive-table.ts';

/** What the files of a dialect may hold: sections, directives by version, and how their values are read. */
export interface Schema {
  /** The id of the dialect. */
  readonly dialect: string;
  /** The sections the program reads in this kind of file, in the order one writes them. */
  sectionsOf(file: FileIdentity): readonly string[];
  directivesOf(file: FileIdentity): DirectiveTable;
  /** What a file of this kind is called in a sentence: `A service unit`, `journald.conf`. */
  nameOf(file: FileIdentity): string;
  /** What a section is for, in one sentence; hovers of units have their own. */
  purposeOf?(section: string): string | undefined;
  /** Which program reads a section: systemd unless told. */
  readerOf?(section: string): Program;
}
