import type { Clause, Clauses } from './clause.ts';
import { code } from './quote.ts';

const is =
  (what: string): Clause =>
  (path) =>
    `${code(path)} ${what}`;

/** Conditions about paths; links are followed but for the one that asks for a link. */
export const pathClauses: Clauses = {
  ConditionPathExists: is('exists (a link counts as what it leads to)'),
  ConditionPathExistsGlob: (pattern) => `at least one path matches ${code(pattern)}`,
  ConditionPathIsDirectory: is('is a directory'),
  ConditionPathIsSymbolicLink: is('is a symbolic link'),
  ConditionPathIsMountPoint: is('is a mount point'),
  ConditionPathIsReadWrite: is('lies on a file system that can be written'),
  ConditionPathIsEncrypted: is('lies on a block device encrypted by dm-crypt'),
  ConditionPathIsSocket: is('is a socket'),
  ConditionDirectoryNotEmpty: is('is a directory with something in it'),
  ConditionFileNotEmpty: is('is a regular file with something in it'),
  ConditionFileIsExecutable: is('is a regular file that is marked executable'),
  ConditionNeedsUpdate: is('is to be brought up to date, because `/usr/` changed since the last time'),
};
