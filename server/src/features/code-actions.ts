import type { RuleFinding } from '../rules/judge.ts';
import type { Fix } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/** A fix and the finding it mends. */
export interface QuickFix extends Fix {
  readonly finding: RuleFinding;
}

/** The fixes of the findings that touch a range. */
export function quickFixes(findings: readonly RuleFinding[], range: Span): QuickFix[] {
  return findings
    .filter((finding) => finding.start <= range.end && range.start <= finding.end)
    .flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ ...fix, finding })));
}

/** One edit for everything that has a preferred fix, leaving out what would overlap. */
export function fixAll(findings: readonly RuleFinding[]): Fix | undefined {
  const edits: (Span & { text: string })[] = [];
  for (const { fixes = [] } of findings) {
    const fix = fixes.find(({ preferred }) => preferred);
    if (fix?.edits.every((edit) => edits.every((taken) => edit.end <= taken.start || taken.end <= edit.start))) {
      edits.push(...fix.edits);
    }
  }
  if (edits.length === 0) return undefined;
  return { title: 'Fix all problems systemd would report', edits: edits.sort((a, b) => a.start - b.start) };
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
