import type { ManualPage, Section } from './page.ts';
import { type Block, type Content, type Definition, plainText } from './tree.ts';

export interface Found {
  readonly section: Section;
  readonly entry: Definition;
}

/** Definitions within blocks, outermost first. */
export function* definitionsIn(blocks: readonly Block[]): Generator<Definition> {
  const inner: (readonly Block[])[] = [];
  for (const block of blocks) {
    if (block.kind === 'definitions') {
      for (const entry of block.entries) {
        yield entry;
        inner.push(entry.blocks);
      }
    } else if (block.kind === 'list') inner.push(...block.items);
    else if (block.kind === 'note' || block.kind === 'indent') inner.push(block.blocks);
  }
  for (const deeper of inner) yield* definitionsIn(deeper);
}

/** `CPUWeight=weight` names `CPUWeight`; `--now` and `network.target` name themselves. */
export function termName(term: Content): string {
  const text = plainText(term)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  const key = /^([A-Za-z][\w-]*)=/.exec(text);
  return key?.[1] ?? text;
}

/**
 * The entry with a term that `matches`, in the sections in the order given; of several in a section the last where that is asked for.
 * `word` is a name that must occur, without escapes: sections that have it right above an indentation are read first, those without
 * it not at all.
 */
export function findEntry(
  sections: readonly Section[],
  word: string,
  matches: (term: Content) => boolean,
  which: 'first' | 'last' = 'first',
): Found | undefined {
  const spellings = [...new Set([word.replace(/-/g, '\\-').replace(/\./g, '\\&.'), word.replace(/-/g, '\\-'), word])];
  const telling = sections.filter((section) => spellings.some((spelling) => section.source.includes(spelling)));
  const explaining = telling.filter((section) => spellings.some((spelling) => hasTerm(section.source, spelling)));
  return searchIn(explaining, matches, which) ?? searchIn(telling, matches, which);
}

/** Whether some line with the word is followed by `.RS`, as DocBook writes terms. */
function hasTerm(source: string, word: string): boolean {
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + word.length)) {
    const end = source.indexOf('\n', at);
    if (end >= 0 && source.startsWith('.RS', end + 1)) return true;
  }
  return false;
}

function searchIn(
  sections: readonly Section[],
  matches: (term: Content) => boolean,
  which: 'first' | 'last',
): Found | undefined {
  for (const section of sections) {
    let found: Definition | undefined;
    for (const entry of definitionsIn(section.blocks)) {
      if (!entry.terms.some(matches)) continue;
      found = entry;
      if (which === 'first') break;
    }
    if (found) return { section, entry: found };
  }
  return undefined;
}

/**
 * The sections of a page in the order in which they can explain directives of `[section]`: those headed
 * "[SERVICE] SECTION OPTIONS", those headed by no section, and last those of other sections, where directives are
 * told that once belonged to this one.
 */
export function sectionsFor(page: ManualPage, section: string): Section[] {
  const rank = (candidate: Section) => {
    const heading = /\[(\w+)\]/.exec(candidate.parent)?.[1];
    if (heading === undefined) return 1;
    return heading.toLowerCase() === section.toLowerCase() ? 0 : 2;
  };
  return [0, 1, 2].flatMap((wanted) => page.sections.filter((candidate) => rank(candidate) === wanted));
}

/** The paragraph (or list item) of a page that names a directive in passing: what is left of removed ones. */
export function findMention(sections: readonly Section[], key: string): { section: Section; block: Block } | undefined {
  for (const section of sections) {
    if (!section.source.includes(`${key}=`)) continue;
    const block = mentionIn(section.blocks, key);
    if (block !== undefined) return { section, block };
  }
  return undefined;
}

function mentionIn(blocks: readonly Block[], key: string): Block | undefined {
  const inner: (readonly Block[])[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && new RegExp(`(?<!\\w)${key}=`).test(plainText(block.content))) return block;
    if (block.kind === 'definitions') inner.push(...block.entries.map((entry) => entry.blocks));
    else if (block.kind === 'list') inner.push(...block.items);
    else if (block.kind === 'note' || block.kind === 'indent') inner.push(block.blocks);
  }
  for (const deeper of inner) {
    const found = mentionIn(deeper, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
