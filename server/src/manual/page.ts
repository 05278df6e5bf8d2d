import { readBlocks } from './roff/blocks.ts';
import { type Header, readHeader, readNotes } from './roff/header.ts';
import { readVerbatim } from './roff/inline.ts';
import { readLines, splitArguments, splitJoinedMacros } from './roff/lines.ts';
import type { Block } from './tree.ts';

/** One `.SH` or `.SS` of a page. Its text is read when first asked for. */
export interface Section {
  readonly level: 1 | 2;
  readonly title: string;
  /** The heading of level 1 this one stands below; itself for level 1. */
  readonly parent: string;
  /** Unread roff, to look quickly whether a word occurs. */
  readonly source: string;
  readonly blocks: readonly Block[];
}

export interface ManualPage extends Header {
  /** `systemd.exec(5)` */
  readonly title: string;
  /** The number in "systemd 262.1": `262.1`; empty where the page names none. */
  readonly version: string;
  /** What stands behind the dash under NAME. */
  readonly description: string;
  readonly sections: readonly Section[];
}

/** Reads the head of a page and finds its sections; each is read in full only when its `blocks` are asked for. */
export function readPage(source: string): ManualPage {
  const text = splitJoinedMacros(source.includes('\r') ? source.replaceAll('\r\n', '\n') : source);
  const header = readHeader(text);
  const sections = readSections(text);
  const name = sections.find((section) => section.title === 'NAME');
  return {
    ...header,
    title: header.section === '' ? header.name : `${header.name}(${header.section})`,
    version: /\d[\w.~-]*/.exec(header.origin)?.[0] ?? '',
    description: describe(name?.source ?? ''),
    sections,
  };
}

function readSections(text: string): Section[] {
  const notes = readNotes(text);
  const heading = /^\.S([HS])[ \t]*(.*)$/gm;
  const found = [...text.matchAll(heading)];
  let parent = '';
  return found.map((match, i) => {
    const title = readTitle(match[2]!);
    const level = match[1] === 'H' ? 1 : 2;
    if (level === 1) parent = title;
    const source = text.slice(match.index + match[0].length + 1, found[i + 1]?.index ?? text.length);
    let blocks: readonly Block[] | undefined;
    return {
      level,
      title,
      parent,
      source,
      get blocks() {
        blocks ??= readBlocks(readLines(source), notes);
        return blocks;
      },
    };
  });
}

function readTitle(rest: string): string {
  return readVerbatim(splitArguments(rest).join(' ')).replace(/\s+/g, ' ').trim();
}

/** `systemd.exec, foo \- Execution environment configuration` → what follows the dash. */
function describe(source: string): string {
  const line = readLines(source).find((candidate) => candidate.kind === 'text');
  return line?.kind === 'text' ? readVerbatim(/ \\?- (.*)$/.exec(line.text)?.[1] ?? '').trim() : '';
}

/** The form VS Code's Markdown preview gives heading ids: lower case, words joined by dashes. */
export function slug(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/^-+|-+$/g, '');
}
