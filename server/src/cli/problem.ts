import { allRules } from '../dialects/rules.ts';
import type { HeldFor, RuleFinding } from '../engine/lazy-finding.ts';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
import type { Severity } from '../values/value-type.ts';
import type { TargetVersion } from './target-version.ts';

/** A stretch of a file; lines and columns count from 1, columns in UTF-16 units. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ProblemFix {
  readonly title: string;
  /** Whether `--fix` applies it. */
  readonly isSure: boolean;
  readonly edits: readonly (Region & { readonly text: string })[];
}

/** What reports say of a finding. */
export interface CheckProblem extends Region {
  readonly path: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly section: string | null;
  readonly key: string | null;
  readonly fixes: readonly ProblemFix[];
  /** The targets it holds for; all that were asked about when missing. */
  readonly heldFor?: readonly HeldFor[];
}

/** What a report says of it: without the tree of its file, or of others. */
export type FileFinding = Omit<RuleFinding, 'source' | 'related'>;

/** One checked file and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly FileFinding[];
  /** What it was judged for, where its settings say something else than those of the run. */
  readonly target?: TargetVersion;
  /** The text before it was mended. */
  readonly before?: string;
  /** How many findings a fix has done away with. */
  readonly fixed?: number;
  /** It is a link out of what was given: nothing it holds is shown. */
  readonly isSecret?: boolean;
}

export function problemsOf({ path, text, findings, isSecret = false }: CheckedFile): CheckProblem[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  return findings.map((finding) => ({
    path,
    ...regionOf(lines, finding),
    severity: finding.severity,
    code: finding.rule,
    ...(finding.heldFor && { heldFor: finding.heldFor }),
    ...(isSecret ? withheld(finding) : told(finding, lines)),
  }));
}

type Told = Pick<CheckProblem, 'message' | 'section' | 'key' | 'fixes'>;

const told = ({ message, section, key, fixes = [] }: FileFinding, lines: LineIndex): Told => ({
  message,
  section: section ?? null,
  key: key ?? null,
  fixes: fixes.map(({ title, preferred = false, edits }) => ({
    title,
    isSure: preferred,
    edits: edits.map((edit) => ({ ...regionOf(lines, edit), text: edit.text })),
  })),
});

/** Messages quote the file. */
const withheld = ({ rule }: FileFinding): Told => ({
  message: `${allRules.find(({ id }) => id === rule)?.docs.what ?? rule} This link leads out of what was given, so nothing of its text is shown.`,
  section: null,
  key: null,
  fixes: [],
});

function regionOf(lines: LineIndex, span: { readonly start: number; readonly end: number }): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
