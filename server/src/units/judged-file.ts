import { type Directive, findDirective } from '../schema/directives.ts';
import type { UnitFileKind } from '../schema/file-kind.ts';
import { sectionsOf } from '../schema/kinds.ts';
import type { AssignmentNode, Section, UnitFile } from '../syntax/tree.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { ValueContext, ValueProblem } from '../values/value-type.ts';

/** A parsed file and what it is to systemd. */
export interface SourceFile {
  readonly path: string;
  readonly tree: UnitFile;
  readonly kind: UnitFileKind;
}

/** An assignment in a section systemd reads, with systemd's verdict on its value. */
export interface JudgedAssignment {
  readonly source: SourceFile;
  readonly section: string;
  readonly node: AssignmentNode;
  /** Undefined when the target version does not know the key here. */
  readonly directive: Directive | undefined;
  /** Offsets count in the value's text. */
  readonly problems: readonly ValueProblem[];
  /** Whether systemd takes the assignment; a refused or ignored one leaves no trace in the loaded unit. */
  readonly accepted: boolean;
}

export interface JudgedSection {
  readonly section: Section;
  /** `extension` sections start with `X-`; systemd reads nothing in those and in unknown ones. */
  readonly status: 'known' | 'unknown' | 'extension';
  /** Empty unless known. */
  readonly assignments: readonly JudgedAssignment[];
}

export interface JudgedFile {
  readonly source: SourceFile;
  readonly version: number;
  readonly sections: readonly JudgedSection[];
}

/** Verdicts by directive and value, for one unit, manager and version; keeps a keystroke from judging all again. */
export type VerdictCache = Map<Directive, Map<string, readonly ValueProblem[]>>;

/** Judges every value of a file for a systemd version. */
export function judgeFile(source: SourceFile, version: number, cache: VerdictCache = new Map()): JudgedFile {
  const known = sectionsOf(source.kind.kind);
  const sections = source.tree.sections.map((section): JudgedSection => {
    const status = known.includes(section.name) ? 'known' : section.name.startsWith('X-') ? 'extension' : 'unknown';
    if (status !== 'known') return { section, status, assignments: [] };
    const assignments = section.assignments.map((node) => judge(source, section.name, node, version, cache));
    return { section, status, assignments };
  });
  return { source, version, sections };
}

function judge(
  source: SourceFile,
  section: string,
  node: AssignmentNode,
  version: number,
  cache: VerdictCache,
): JudgedAssignment {
  const directive = findDirective(section, node.key, version);
  if (!directive) return { source, section, node, directive, problems: [], accepted: false };
  const problems = isPlaceholder(source, node.value.text)
    ? []
    : verdict(directive, node.value.text, source, version, cache);
  return { source, section, node, directive, problems, accepted: !problems.some(costsAssignment) };
}

const costsAssignment = (problem: ValueProblem): boolean =>
  problem.severity === 'error' || (problem.severity === 'warning' && (problem.effect ?? 'ignored') === 'ignored');

function verdict(
  directive: Directive,
  text: string,
  source: SourceFile,
  version: number,
  cache: VerdictCache,
): readonly ValueProblem[] {
  let verdicts = cache.get(directive);
  if (!verdicts) cache.set(directive, (verdicts = new Map()));
  let problems = verdicts.get(text);
  if (!problems) {
    problems = valueTypeOf(directive)?.check(text, contextOf(directive, source.kind, version)) ?? [];
    verdicts.set(text, problems);
  }
  return problems;
}

/** The context in which a value of this file is judged. */
export function contextOf(directive: Directive, kind: UnitFileKind, version: number): ValueContext {
  return { directive, version, manager: kind.manager, kind: kind.kind, unit: kind.unit };
}

/** In `foo.service.in` and the like, what the build will put there is not ours to judge. */
const isPlaceholder = (source: SourceFile, text: string): boolean =>
  source.kind.isSource && /@[A-Za-z_]\w*@|\{\{|\{%|\$\{|<%/.test(text);
