import type { ValueType } from '../../../values/value-type.ts';

/** Handed on to podman as it is; the last assignment counts. */
export const anyText: ValueType = { parsers: [], repeats: 'replaces', specifiers: 'all', check: () => [] };

/** The same where each assignment adds one. */
export const listedText: ValueType = { ...anyText, repeats: 'adds' };

/** A value that stands in quotes as a whole, without them. */
export const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');
