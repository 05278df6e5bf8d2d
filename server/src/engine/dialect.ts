import type { FileIdentity } from '../schema/file-identity.ts';
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

/** A program's own language: the files it reads, what may stand in them, and what it says of them. */
export interface Dialect {
  readonly schema: Schema;
  /** What a file is by its path alone; undefined for a file of other programs. Forward slashes. */
  identify(path: string): FileIdentity | undefined;
  /** The same for a file whose path says nothing, by its sections. */
  identifyBySections?(path: string, sections: readonly string[]): FileIdentity | undefined;
  /** What is said of single lines and files. */
  readonly rules: readonly LineRule[];
  /** Why the target's version of the program passes over the file: nothing else is said of it then. */
  unread?(file: JudgedFile): readonly FindingOrBatch[] | undefined;
  /** What is said of a file among those the program reads with it, the file itself among them; alone when they are not known. */
  judgeAmong?(file: JudgedFile, among: FilesAmong | undefined): readonly FindingOrBatch[];
}
