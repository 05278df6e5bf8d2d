import type { JudgedLines, LineFinding, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { LINE_RULES } from './problems.ts';

/** A line as one of those that speak of one thing. */
export interface Claim {
  /** Lines with the same key speak of the same thing. */
  readonly key: string;
  /** Where the thing is named, from the line's start. */
  readonly start: number;
  readonly end: number;
}

interface Telling {
  claimOf(placed: PlacedLine): Claim | undefined;
  /** Whether the later line is ignored because of the earlier. */
  isOverridden(earlier: PlacedLine, later: PlacedLine): boolean;
  message(claim: Claim, lineNumber: number): string;
}

/** Lines that an earlier one of the same file leaves without effect. Lines with faults are no claims: the program drops them. */
export function overriddenLines(file: JudgedLines, { claimOf, isOverridden, message }: Telling): LineFinding[] {
  const first = new Map<string, { readonly placed: PlacedLine; readonly number: number }[]>();
  const found: LineFinding[] = [];
  for (const [index, placed] of file.lines.entries()) {
    const { content, problems } = placed.line;
    if (content.kind !== 'entry' || problems.some(({ severity }) => severity === 'error')) continue;
    const claim = claimOf(placed);
    if (!claim) continue;
    const earlier = first.get(claim.key) ?? [];
    const stronger = earlier.find((each) => isOverridden(each.placed, placed));
    if (!stronger) {
      first.set(claim.key, [...earlier, { placed, number: index + 1 }]);
      continue;
    }
    const span = { start: placed.start + claim.start, end: placed.start + claim.end };
    const other = stronger.placed;
    const where = { start: other.start, end: other.start + other.line.text.length };
    found.push({
      ...span,
      rule: LINE_RULES.overridden,
      severity: 'warning',
      message: message(claim, stronger.number),
      related: [{ ...where, source: file.source, message: 'This line counts.' }],
      tag: 'unnecessary',
    });
  }
  return found;
}
