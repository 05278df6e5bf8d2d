import { tooLong } from '../../values/paths/path-fault.ts';
import { byteLength, NAME_LIMIT } from '../../values/resolve.ts';
import type { Reference } from '../../values/value-type.ts';

/** `path_is_absolute()`, and no `..` in it: what `path_simplify_and_warn()` of src/shared/parse-helpers.c takes. */
export const isAbsolutePath = (text: string): boolean =>
  text.startsWith('/') && !text.split('/').includes('..') && tooLong(text) === undefined;

/** A path as it would be printed: without `.`, `..` and doubled slashes. */
export const isNormalizedPath = (text: string): boolean => isAbsolutePath(text) && !/\/\.?\/|\/\.$/.test(text);

/** `filename_is_valid()` of src/basic/path-util.c. */
export const isFilename = (text: string): boolean =>
  text !== '' && text !== '.' && text !== '..' && !text.includes('/') && byteLength(text) <= NAME_LIMIT;

/** A value that is an absolute path leads to its file. */
export const linkToFile = (text: string): Reference[] =>
  isAbsolutePath(text) && !text.includes('%') ? [{ start: 0, end: text.length, type: 'path', target: text }] : [];
