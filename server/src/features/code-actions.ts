import type { LazyFinding, RuleFinding } from '../engine/lazy-finding.ts';
import type { Fix } from '../engine/rule.ts';
import type { Span } from '../text/span.ts';

/** A fix and the finding it mends. */
export interface QuickFix extends Fix {
  readonly finding: RuleFinding;
}

/** The findings that touch a range. */
export const findingsAt = (findings: readonly LazyFinding[], range: Span): RuleFinding[] =>
  findings.filter(({ start, end }) => start <= range.end && range.start <= end).map((lazy) => lazy.resolve());

/** The fixes of the findings that touch a range. */
export function quickFixes(findings: readonly RuleFinding[], range: Span): QuickFix[] {
  return findings
    .filter((finding) => finding.start <= range.end && range.start <= finding.end)
    .flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ ...fix, finding })));
}

/** The text after a fix. */
export function applyEdits(text: string, edits: readonly (Span & { text: string })[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
