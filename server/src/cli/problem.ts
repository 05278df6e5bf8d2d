import type { RuleFinding } from '../rules/sketch.ts';
import { lineIndex } from '../text/line-index.ts';
import type { Severity } from '../values/value-type.ts';

/** What `check --format json` prints; lines and columns count from 1, columns in UTF-16 units. */
export interface CheckProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly section: string | null;
  readonly key: string | null;
}

/** One checked file and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly RuleFinding[];
}

export function problemsOf({ path, text, findings }: CheckedFile): CheckProblem[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  return findings.map((finding) => {
    const start = lines.positionAt(finding.start);
    const end = lines.positionAt(finding.end);
    return {
      path,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity: finding.severity,
      code: finding.rule,
      message: finding.message,
      section: finding.section ?? null,
      key: finding.key ?? null,
    };
  });
}
