import { parse } from './parse.ts';
import type { UnitFile } from './tree.ts';

/** Characters of a file that are still read; the longest unit known has a thousandth of it. */
export const LONGEST_FILE = 8 * 1024 * 1024;

/** A file too long to be read while someone waits: there are no lines in it for us. */
export const unread = (text: string): UnitFile => ({ text, blocks: [], nodes: [], sections: [], preamble: [] });

/** Reads a file, unless it is too long for that. */
export const parseUnlessLong = (text: string): UnitFile => (text.length > LONGEST_FILE ? unread(text) : parse(text));

export const isUnread = ({ text, blocks }: UnitFile): boolean => text !== '' && blocks.length === 0;
