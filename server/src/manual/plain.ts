import { type Block, plainText } from './tree.ts';

/** Blocks without markup: one line for each paragraph, term and table row; code as it stands. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'title':
      return [plainText(block.content)];
    case 'code':
      return block.text.split('\n');
    case 'list':
      return block.items.flatMap((item, i) => mark(item.flatMap(blockLines), block.start, i));
    case 'definitions':
      return block.entries.flatMap((entry) => [
        entry.terms.map(plainText).join(', '),
        ...indented(entry.blocks.flatMap(blockLines)),
      ]);
    case 'table':
      return [
        ...(block.title === undefined ? [] : [plainText(block.title)]),
        ...[block.header, ...block.rows].filter((row) => row.length > 0).map((row) => row.map(plainText).join('\t')),
      ];
    case 'note':
      return [block.label, ...indented(block.blocks.flatMap(blockLines))];
    case 'indent':
      return indented(block.blocks.flatMap(blockLines));
  }
}

function mark(lines: readonly string[], start: number | undefined, i: number): string[] {
  const sign = start === undefined ? '•' : `${start + i}.`;
  return lines.map((line, at) => (at === 0 ? `${sign} ${line}` : `  ${line}`));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** A sentence longer than this explains more than the default. */
const LONGEST = 200;

/** What the manual says of a value by the side of it: "If set to no (the default)". */
const inPassing =
  /\bset to (?:["“]([^"”]+)["”]|([\w.-]+)),? \((?:which is )?the default((?: (?:if|when|for) [^()]{1,120})?)\)/;

/** The default of a kernel setting is none of the directive. */
const stating = /\b[Tt]he default is\b|^By default this is set to\b|(?<![(\w])(?<!sysctl.*)defaults to\b/;

/** The directives an entry explains, and the one that is asked for. */
interface EntryNames {
  readonly own: string | undefined;
  readonly all: readonly string[];
}

/** The sentence that states a default; else the value called the default in passing. Tables tell of other directives. */
export function defaultsOf(blocks: readonly Block[], names: EntryNames): string | undefined {
  const text = blocksText(blocks.filter(({ kind }) => kind !== 'table'));
  const telling = sentences(text)
    .flatMap(parts)
    .filter((sentence) => !isOfAnother(sentence, names));
  const starting = telling.find((sentence) => /^Defaults? (?:to|is)\b|^(?:\w+ ){1,5}and defaults to\b/.test(sentence));
  if (starting !== undefined) return `${starting[0]!.toUpperCase()}${starting.slice(1)}`;
  const told = telling.find((sentence) => stating.test(sentence));
  if (told !== undefined && told.length <= LONGEST) return told;
  const passing = inPassing.exec(text);
  const value = passing?.[1] ?? passing?.[2];
  return value === undefined ? undefined : `Default: ${value}${passing?.[3] ?? ''}.`;
}

/** systemd.unit(5) goes on with a value's name in lower case: "… rate limiting. burst is a number and …". */
const parts = (sentence: string): string[] => sentence.split(/(?<=[a-z]\.) (?=[a-z]+ is a )/);

/** "TriggerLimitIntervalSec= … defaults to 2s" is not a default of TriggerLimitBurst=. */
function isOfAnother(sentence: string, { own, all }: EntryNames): boolean {
  const named = (key: string): boolean => new RegExp(`(?<![a-z])(?:Default)?${key}=`).test(sentence);
  if (own === undefined || named(own) || /^The default is\b/.test(sentence)) return false;
  return all.some((key) => key !== own && named(key));
}

/** Splits running text into sentences. "e.g." and the like, and dots within names, end none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  const end = /(?<=[.!?]["”)]?)\s+(?=[A-Z"“([$/%]|systemd )|\n+/g;
  let from = 0;
  for (const match of text.matchAll(end)) {
    const sentence = text.slice(from, match.index);
    if (/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|resp|incl|approx)\.$/i.test(sentence) && !match[0].includes('\n')) continue;
    if (sentence.trim() !== '') found.push(sentence.trim());
    from = match.index + match[0].length;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? found : [...found, rest];
}
