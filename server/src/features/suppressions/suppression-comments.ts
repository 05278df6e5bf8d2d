import { isRule } from '../../dialects/rules.ts';
import type { Block, PlacedBlock, UnitFile } from '../../syntax/tree.ts';
import { memoize } from '../../text/memoize.ts';
import type { Span } from '../../text/span.ts';

/** `# systemd-units: ignore rule-id other-rule`, `# systemd-units: ignore-file`. */
const DIRECTIVE = /^[#;]\s*systemd-units:\s*(ignore|ignore-file)(?:[\s:](.*))?$/;

/** The rules a comment keeps quiet, none named for all of them, and where; undefined for any other comment. */
export function suppressionIn(
  comment: string,
): { readonly ids: readonly string[]; readonly where: 'line' | 'file' } | undefined {
  const match = DIRECTIVE.exec(comment.trimEnd());
  if (!match) return undefined;
  const ids = (match[2] ?? '').split(/[\s,:]+/).filter((id) => id !== '');
  return { ids, where: match[1] === 'ignore-file' ? 'file' : 'line' };
}

/** Comments that say the same line is not to be minded, or the file: as far as they stand in one block. */
export interface Suppressions {
  readonly placed: PlacedBlock;
  readonly group: Group;
  readonly where: 'line' | 'file';
  /** What they cover. */
  readonly covers: Span;
  /** Those of them that have suppressed something, by their places in the block. */
  readonly used: Set<number>;
}

/** The suppression comments of a file, by the line they are about, in the order of the text. */
export function suppressionsOf({ blocks, text }: UnitFile): Suppressions[] {
  const found: Suppressions[] = [];
  /** Those of the lines right above: they wait for the line they are about. */
  let waiting: Omit<Suppressions, 'covers'>[] = [];
  const about = (covers: Span): void => {
    if (waiting.length === 0) return;
    found.push(...waiting.map((suppressions) => ({ ...suppressions, covers })));
    waiting = [];
  };
  for (const placed of blocks) {
    const { groups, first } = groupsIn(placed, text);
    if (first !== undefined && waiting.length > 0) about(placed.nodeAt(first).span);
    for (const group of groups) {
      const { where } = group;
      const suppressions = { placed, group, where, used: new Set<number>() };
      if (where === 'file') found.push({ ...suppressions, covers: { start: 0, end: text.length + 1 } });
      else waiting.push(suppressions);
      if (where === 'line' && group.about !== undefined) about(placed.nodeAt(group.about).span);
    }
  }
  about({ start: END, end: END });
  return found;
}

/** After every place: what stands at the end of the file is about nothing. */
const END = Number.POSITIVE_INFINITY;

type Reading = ReturnType<typeof suppressionIn>;

/** Comments of a block that are about the same line, or the file. */
export interface Group {
  readonly where: 'line' | 'file';
  readonly indexes: readonly number[];
  /** What the comments of the block say, by index. */
  readonly readings: readonly NonNullable<Reading>[];
  /** The line they are about; undefined when it comes after the block. */
  readonly about: number | undefined;
  /** Those that name a rule that there is not. */
  readonly unknown: readonly number[];
  /** Those that name none such: what they do not suppress, nobody does. */
  readonly known: readonly number[];
}

interface Groups {
  readonly groups: readonly Group[];
  /** The first line that is more than a comment: comments above the block are about it. */
  readonly first: number | undefined;
}

/** What stands in a block, read once wherever it stands. */
const groupsOf = memoize((_: Block): { groups?: Groups } => ({}));

function groupsIn({ block, start }: PlacedBlock, text: string): Groups {
  const cell = groupsOf(block);
  cell.groups ??= readGroups(block, start, text);
  return cell.groups;
}

function readGroups(block: Block, start: number, text: string): Groups {
  const readings: NonNullable<Reading>[] = [];
  const groups: Group[] = [];
  let first: number | undefined;
  let waiting: number[] = [];
  const add = (where: 'line' | 'file', indexes: readonly number[], about?: number): void => {
    if (indexes.length === 0) return;
    const isKnown = (index: number): boolean => readings[index]!.ids.every(isRule);
    const unknown = indexes.filter((index) => !isKnown(index));
    groups.push({ where, indexes, readings, about, unknown, known: indexes.filter(isKnown) });
  };
  for (const [index, content] of block.contents.entries()) {
    if (content.kind === 'blank') continue;
    if (content.kind !== 'comment') {
      first ??= index;
      add('line', waiting, index);
      waiting = [];
      continue;
    }
    const at = start + block.offsets[index]!;
    const read = suppressionIn(text.slice(at + content.textSpan.start, at + content.textSpan.end));
    if (!read) continue;
    readings[index] = read;
    if (read.where === 'line') waiting.push(index);
    else add('file', [index]);
  }
  add('line', waiting);
  return { groups, first };
}
