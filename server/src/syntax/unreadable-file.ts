import { parse } from './parse.ts';
import type { UnitFile } from './tree.ts';
import { wideEncoding } from './wide-text.ts';

/** Characters of a file that are still read; the longest unit known has a thousandth of it. */
export const LONGEST_FILE = 8 * 1024 * 1024;

/** A file too long to be read while someone waits, or in no encoding of systemd's: there are no lines in it for us. */
export const unreadableFile = (text: string): UnitFile => ({
  text,
  blocks: [],
  nodes: [],
  sections: [],
  preamble: { name: '', blocks: [], nodes: [], assignments: [], errors: [] },
  sectionAt: () => undefined,
});

/** Whether a file can be read line by line. */
export const isReadable = (text: string): boolean => text.length <= LONGEST_FILE && wideEncoding(text) === undefined;

/** Reads a file, unless it is too long for that, or none of its lines is what it looks like. */
export const parseIfReadable = (text: string): UnitFile => (isReadable(text) ? parse(text) : unreadableFile(text));

export const isUnreadable = ({ text, blocks }: UnitFile): boolean => text !== '' && blocks.length === 0;
