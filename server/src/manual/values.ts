import { definitionsIn, termName } from './find.ts';
import { type Block, type Content, type Inline, plainText, type Table } from './tree.ts';

/**
 * What an entry says of one of its values. systemd's pages explain values in three ways, looked for in this order:
 * a nested list of terms, a table with the values down its first column, or sentences in running text;
 * a table with the values across its top (Restart=) comes along with the sentences.
 */
export function valueBlocks(blocks: readonly Block[], value: string): readonly Block[] {
  for (const entry of definitionsIn(blocks))
    if (entry.terms.some((term) => matchesValue(term, value))) return entry.blocks;
  for (const table of tablesIn(blocks)) {
    const row = table.rows.find((cells) => cells[0] !== undefined && matchesValue(cells[0], value));
    if (row !== undefined) return rowBlocks(table, row);
  }
  const item = itemsIn(blocks).find((candidate) => firstName(candidate) === value);
  if (item !== undefined) return item;
  const told = sayings(blocks, value);
  const across = tablesIn(blocks).filter((table) => table.header.some((cell) => matchesValue(cell, value)));
  return [...(told === undefined ? [] : [{ kind: 'paragraph' as const, content: told }]), ...across];
}

/** The sentences about a value from one paragraph: one that says what setting it means, else the first that names it. */
function sayings(blocks: readonly Block[], value: string): Content | undefined {
  const all = [...paragraphsIn(blocks)]
    .map((content) => sentencesNaming(content, value))
    .filter((told) => told.length > 0);
  const opening = (told: Content) => plainText(told).slice(0, value.length + 20);
  return all.find((told) => /^(?:If|When|With) /.test(plainText(told)) && opening(told).includes(value)) ?? all[0];
}

function itemsIn(blocks: readonly Block[]): (readonly Block[])[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

/** The word in bold near the start of an item: "If set to **simple** …" tells of `simple`. */
function firstName(item: readonly Block[]): string | undefined {
  const content = item[0]?.kind === 'paragraph' ? item[0].content : [];
  const at = content.findIndex((span) => span.kind === 'strong');
  const name = content[at];
  return name?.kind === 'strong' && plainText(content.slice(0, at)).length < 30 ? name.text : undefined;
}

/** A row as text: its cells behind the first, each with the name of its column where there are more than two. */
export function rowBlocks(table: Table, row: readonly Content[]): Block[] {
  const filled = row.slice(1).filter((cell) => cell.length > 0);
  return filled.length < 3 ? filled.map((content) => ({ kind: 'paragraph', content })) : labelledRow(table, row);
}

/** The cells of a row behind the first that say something, each with the name of its column. */
export function labelledRow(table: Table, row: readonly Content[]): Block[] {
  return row.slice(1).flatMap((cell, i): Block[] => {
    const label = table.header[i + 1] ?? [];
    if (/^-?$/.test(plainText(cell))) return [];
    return [
      { kind: 'paragraph', content: label.length === 0 ? cell : [...label, { kind: 'text', text: ': ' }, ...cell] },
    ];
  });
}

export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'definitions') return block.entries.flatMap((entry) => tablesIn(entry.blocks));
    if (block.kind === 'list') return block.items.flatMap(tablesIn);
    return block.kind === 'note' || block.kind === 'indent' ? tablesIn(block.blocks) : [];
  });
}

function* paragraphsIn(blocks: readonly Block[]): Generator<Content> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block.content;
    else if (block.kind === 'list') for (const item of block.items) yield* paragraphsIn(item);
    else if (block.kind === 'note' || block.kind === 'indent') yield* paragraphsIn(block.blocks);
  }
}

function matchesValue(term: Content, value: string): boolean {
  const text = plainText(term)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return text === value || termName(term) === value || text.split(/,\s*|\s+or\s+/).some((part) => part === value);
}

/** Sentences that only list what there is. */
const enumerating = /^(?:This (?:setting|option) )?(?:(?:takes|accepts|must be|can be|may be|either) |one of )/i;

/** The sentences of a paragraph that set `value` in bold or quote it, but not the one that lists all values. */
function sentencesNaming(content: Content, value: string): Content {
  const all = splitSentences(content).filter((sentence) => names(sentence, value));
  const telling = all.filter((sentence) => !enumerating.test(plainText(sentence)) && !isFragment(sentence, value));
  return telling.flatMap((sentence, i) => (i === 0 ? sentence : [{ kind: 'text' as const, text: ' ' }, ...sentence]));
}

/** The end of a sentence that began above an example. */
function isFragment(sentence: Content, value: string): boolean {
  const text = plainText(sentence).trim();
  return /^[a-z]/.test(text) && !text.startsWith(value);
}

function names(sentence: Content, value: string): boolean {
  return (
    sentence.some((span) => span.kind === 'strong' && (span.text === value || span.text.startsWith(`${value}:`))) ||
    plainText(sentence).includes(`"${value}"`)
  );
}

function splitSentences(content: Content): Inline[][] {
  const found: Inline[][] = [[]];
  for (const span of content) {
    if (span.kind !== 'text') {
      found.at(-1)!.push(span);
      continue;
    }
    const parts = span.text.split(/(?<=(?:^|[^.])\.(?<!e\.g\.|i\.e\.)) (?=[A-Z"]|systemd |$)/);
    parts.forEach((text, i) => {
      if (i > 0) found.push([]);
      if (text !== '') found.at(-1)!.push({ kind: 'text', text });
    });
  }
  return found;
}
