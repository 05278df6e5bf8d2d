import type { FileIdentity } from '../schema/file-identity.ts';
import type { UnitName } from '../schema/unit-name.ts';
import type { LineOrigin } from './judged-block.ts';
import type { JudgedFile } from './judged-file.ts';
import type { FindingOrBatch } from './lazy-finding.ts';
import type { LineRule } from './rule.ts';
import type { Schema } from './schema.ts';

/** A file that a program reads together with another. */
export interface FileAmong {
  readonly path: string;
  readonly text: string;
}

export interface FilesAmong {
  readonly files: readonly FileAmong[];
  /** Whether none is missing that the program could find: a file that is not among these is not there. */
  readonly areAll: boolean;
}

/** The unit that a program makes of a file. */
export interface MadeUnit {
  /** `web.service`. */
  readonly name: string;
  /** As the program writes it. */
  readonly text: string;
  /** In the order of the lines; several of one line that is made of several. */
  readonly origins: readonly LineOrigin[];
  /** The program, and the lines that it adds by itself. */
  readonly by: string;
  readonly added: readonly number[];
}

/** A program's own language: the files it reads, what may stand in them, and what it says of them. */
export interface Dialect {
  readonly schema: Schema;
  /** What a file is by its path alone; undefined for a file of other programs. Forward slashes. */
  identify(path: string): FileIdentity | undefined;
  /** The same for a file whose path says nothing, by its sections. */
  identifyBySections?(path: string, sections: readonly string[]): FileIdentity | undefined;
  /** Whether a file called so may be one of its own whose sections tell: worth reading where a folder is searched. */
  isWorthReading?(path: string): boolean;
  /** What is said of single lines and files. */
  readonly rules: readonly LineRule[];
  /** Why the target's version of the program passes over the file: nothing else is said of it then. */
  unread?(file: JudgedFile): readonly FindingOrBatch[] | undefined;
  /** What is said of a file among those the program reads with it, the file itself among them; alone when they are not known. */
  judgeAmong?(file: JudgedFile, among: FilesAmong | undefined): readonly FindingOrBatch[];
  /** The name of the unit that the program makes of a file. */
  nameMade?(file: JudgedFile): UnitName | undefined;
  /** The unit that the program makes of a file, for a drop-in that of the file it belongs to; or why it makes none. */
  unitMade?(file: JudgedFile, among: FilesAmong | undefined): MadeUnit | { readonly refusal: string };
}
