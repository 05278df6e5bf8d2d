import type { FilesAmong } from '../../engine/dialect.ts';
import { readAmong } from '../../engine/lines/files-that-count.ts';
import type { JudgedLines, LineFinding, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { Severity } from '../../values/value-type.ts';
import { LINE_RULES } from './problems.ts';

/** A line as one of those that speak of one thing. */
export interface Claim {
  /** Lines with the same key speak of the same thing. */
  readonly key: string;
  /** Where the thing is named, from the line's start. */
  readonly start: number;
  readonly end: number;
}

/** What a program makes of lines that speak of one thing. */
export interface Telling {
  claimOf(placed: PlacedLine): Claim | undefined;
  /** Whether the later line is surely ignored because of the earlier, which counts. */
  isOverridden(earlier: PlacedLine, later: PlacedLine, version: number): boolean;
  /** The occasions on which the program reads a line, where some are read on some only. */
  occasionsOf?(placed: PlacedLine): readonly string[];
  /** `earlier` names the line that counts: `Line 3`, `Line 3 of /etc/tmpfiles.d/a.conf`. */
  message(claim: Claim, earlier: string): string;
  /** How grave it is that a line of another file counts: an administrator may want that. */
  readonly acrossFiles: Severity;
}

interface Claiming {
  readonly file: JudgedLines;
  readonly placed: PlacedLine;
  readonly claim: Claim;
  /** 1-based. */
  readonly number: number;
}

/** Finds lines that an earlier one leaves without effect, in the file or in those that are read before it. */
export function overriddenLines(telling: Telling): (file: JudgedLines, among: FilesAmong | undefined) => LineFinding[] {
  const claimsOf = memoizeList((file: JudgedLines) => claimsIn(file, telling));
  return (file, among) => {
    const own = claimsOf(file);
    const { files } = readAmong(file, among);
    const before = files.slice(0, files.indexOf(file)).flatMap(claimsOf);
    return overriddenAmong(own, before, telling);
  };
}

/** Only the first line about a thing counts for certain: of one that says the same it makes no difference. */
function overriddenAmong(own: readonly Claiming[], before: readonly Claiming[], telling: Telling): LineFinding[] {
  const isOwn = new Set(own);
  const keys = new Set(own.map(({ claim }) => claim.key));
  const first = new Map<string, Claiming>();
  const found: LineFinding[] = [];
  for (const later of [...before.filter(({ claim }) => keys.has(claim.key)), ...own]) {
    const keysOf = (telling.occasionsOf?.(later.placed) ?? ['']).map((occasion) => `${occasion} ${later.claim.key}`);
    const earlier = keysOf.map((key) => first.get(key));
    for (const key of keysOf) if (!first.has(key)) first.set(key, later);
    const isOverridden = earlier.every(
      (each) => each && telling.isOverridden(each.placed, later.placed, later.file.version),
    );
    if (isOverridden && isOwn.has(later)) found.push(overridden(later, earlier[0]!, telling));
  }
  return found;
}

/** Lines with faults are no claims: the program drops them. */
const claimsIn = (file: JudgedLines, { claimOf }: Telling): Claiming[] =>
  file.lines.flatMap((placed, index): Claiming[] => {
    const { content, problems } = placed.line;
    if (content.kind !== 'entry' || problems.some(({ severity }) => severity === 'error')) return [];
    const claim = claimOf(placed);
    return claim ? [{ file, placed, claim, number: index + 1 }] : [];
  });

function overridden({ file, placed, claim }: Claiming, stronger: Claiming, telling: Telling): LineFinding {
  const { source } = stronger.file;
  const isSame = stronger.file === file;
  const { start, line } = stronger.placed;
  return {
    start: placed.start + claim.start,
    end: placed.start + claim.end,
    rule: LINE_RULES.overridden,
    severity: isSame ? 'warning' : telling.acrossFiles,
    message: telling.message(claim, `Line ${stronger.number}${isSame ? '' : ` of ${source.path}`}`),
    related: [{ start, end: start + line.text.length, source, message: 'This line counts.' }],
    tag: 'unnecessary',
  };
}
