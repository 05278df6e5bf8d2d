import { errnos } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';

/** Names of error numbers, errno(3). */
export const errnoNames: readonly string[] = rowsOf(errnos).map(([name]) => name!);

const known = new Set(errnoNames);

/** `errno_from_name()` of systemd's src/basic/errno-list.c minds no case. */
export const isErrnoName = (text: string): boolean => known.has(text.toUpperCase());
