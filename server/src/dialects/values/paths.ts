import { tooLong } from '../../values/paths/path-fault.ts';
import { byteLength, NAME_LIMIT } from '../../values/resolve.ts';

/** `path_is_absolute()`, and no `..` in it: what `path_simplify_and_warn()` of src/shared/parse-helpers.c takes. */
export const isAbsolutePath = (text: string): boolean =>
  text.startsWith('/') && !text.split('/').includes('..') && tooLong(text) === undefined;

/** A path as it would be printed: without `.`, `..` and doubled slashes. */
export const isNormalizedPath = (text: string): boolean => isAbsolutePath(text) && !/\/\.?\/|\/\.$/.test(text);

/** `filename_is_valid()` of src/basic/path-util.c. */
export const isFilename = (text: string): boolean =>
  text !== '' && text !== '.' && text !== '..' && !text.includes('/') && byteLength(text) <= NAME_LIMIT;
