import type { FileIdentity } from '../schema/file-identity.ts';
import type { Program } from '../schema/targets.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { DirectiveTable } from './directive-table.ts';

/** In the place of a section's name: the lines before the first header. Most programs read no assignments there. */
export const PREAMBLE = '';

/** A text that is read. */
interface Read {
  readonly identity: FileIdentity;
  readonly tree: UnitFile;
}

/** What the files of a dialect may hold: sections, directives by version, and how their values are read. */
export interface Schema {
  /** The id of the dialect. */
  readonly dialect: string;
  /**
   * The sections the program reads in this kind of file in some release, in the order one writes them; {@link PREAMBLE}
   * for a file whose assignments stand before any header.
   */
  sectionsOf(file: FileIdentity): readonly string[];
  /** The first release that reads a section; all do, unless told. */
  firstRelease?(section: string, file: FileIdentity): number;
  /** The same of a text, where that depends on what else it says; undefined where it does not. */
  sectionsIn?(file: Read, version: number): readonly string[] | undefined;
  directivesOf(file: FileIdentity): DirectiveTable;
  /** False where that release reads the file in another syntax: nothing in it is judged. Everything is, unless told. */
  isJudged?(file: FileIdentity, version: number): boolean;
  /** What a file of this kind is called in a sentence: `A service unit`, `journald.conf`. */
  nameOf(file: FileIdentity): string;
  /** What a section is for, in one sentence; hovers of units have their own. */
  purposeOf?(section: string): string | undefined;
  /** Whether each section of that name makes a thing of its own, and the last assignment in all of them does not win. */
  isListed?(section: string): boolean;
  /** Which program reads a section: systemd unless told. */
  readerOf?(section: string): Program;
}

/** Whether assignments stand before any header. */
export const isSectionless = (schema: Schema, file: FileIdentity): boolean =>
  schema.sectionsOf(file).includes(PREAMBLE);

/** The sections that a release reads in a file. It warns of the header of any other, and reads nothing below it. */
export function sectionsRead(schema: Schema, { identity, tree }: Read, version: number): readonly string[] {
  const all = schema.sectionsIn?.({ identity, tree }, version) ?? schema.sectionsOf(identity);
  return all.filter((section) => (schema.firstRelease?.(section, identity) ?? 0) <= version);
}

/** Where an assignment stands, in a sentence: `[Service]`, `udev.conf`. */
export const placeName = (section: string, schema: Schema, file: FileIdentity): string =>
  section === PREAMBLE ? schema.nameOf(file) : `[${section}]`;
