import type { Span } from '../text/span.ts';
import type { Severity } from '../values/value-type.ts';
import type { JudgedAssignment, JudgedFile, SourceFile } from './judged-file.ts';

/** A change to the file the problem is in; offsets in its text, not overlapping. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly text: string })[];
  /** The one fix to apply without asking (`check --fix`, "fix all"). */
  readonly preferred?: boolean;
}

/** Another place that explains the problem. */
export interface Related extends Span {
  readonly source: SourceFile;
  readonly message: string;
}

/** What a rule says of a place; offsets in the source text of the file. */
export interface Finding extends Span {
  /** The file the finding is in; the fragment when not given. */
  readonly source?: SourceFile;
  readonly severity: Severity;
  /** What is wrong, why systemd minds, what to write instead. */
  readonly message: string;
  readonly section?: string;
  readonly key?: string;
  /** What would mend it. A function where the fixes are as long as their line: they are made when somebody asks for them. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly related?: readonly Related[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A finding without its words. */
export type Outline = Pick<Finding, 'start' | 'end' | 'severity' | 'source'>;

export interface Report {
  (finding: Finding): void;
  /** For what a rule may have to say of thousands of lines: all but place and severity is made when somebody reads it. */
  lazily(outline: Outline, make: () => Finding): void;
  /** The same for many lines of a block at once: until somebody reads them they are only counted. */
  batch<T>(place: BlockInFile, severity: Severity, items: readonly T[], told: BatchText<T>): void;
  /** Whether as much is told of an assignment as anybody reads: a rule that looks through a long value ends there. */
  isFull(): boolean;
}

/** A block at its place, or another part of a file. */
export interface BlockInFile {
  readonly placed: Span;
  readonly source: SourceFile;
}

/** Where an item of a block stands, and what is said of it. */
export interface BatchText<T> {
  spanOf(item: T): Span;
  describe(item: T, outline: Outline): Finding;
}

/** What docs/rules says of a rule; `npm run generate` writes the page from it. */
export interface RuleDocs {
  /** One sentence. */
  readonly what: string;
  /** Those its findings may have, the worst first; without an error or a warning it is advice. */
  readonly severities: readonly Severity[];
  /** Why systemd minds, or why one should. */
  readonly why: string;
  /** A unit, or a part of one, that the rule speaks about. */
  readonly bad?: string;
  /** The same put right. */
  readonly good?: string;
  /** Where to read more: `systemd.service(5)`. */
  readonly manual?: readonly string[];
}

export interface RuleBase {
  /** Kebab-case; unique; the file and the page have the same name. */
  readonly id: string;
  readonly docs: RuleDocs;
}

/** Judges one file by itself. */
export interface FileRule extends RuleBase {
  readonly scope: 'file';
  check(file: JudgedFile, report: Report): void;
}

/**
 * Judges one assignment of a known directive by itself. Silence is remembered with the verdict on its value, so whether there
 * is something to say, and its words, depend on section, key, value, version and on what the file is (its kind, name and
 * manager) alone; its fixes may not.
 */
export interface AssignmentRule extends RuleBase {
  readonly scope: 'assignment';
  check(assignment: JudgedAssignment, report: Report, file: JudgedFile): void;
}

/** Documents what value types report under this id. */
export interface ValueRulePage extends RuleBase {
  readonly scope: 'value';
}

/** What any dialect may have; units have rules for the unit as a whole, too. */
export type LineRule = FileRule | AssignmentRule | ValueRulePage;
