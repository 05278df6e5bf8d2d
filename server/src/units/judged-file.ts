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

/** What systemd makes of a value; one object for the same value of the same directive. */
export interface Verdict {
  /** Undefined when the target version does not know the key here. */
  readonly directive: Directive | undefined;
  /** Offsets count in the value's text. */
  readonly problems: readonly ValueProblem[];
  /** Whether systemd takes the assignment; a refused or ignored one leaves no trace in the loaded unit. */
  readonly accepted: boolean;
}

/** An assignment in a section systemd reads, with systemd's verdict on its value. */
export interface JudgedAssignment extends Verdict {
  readonly source: SourceFile;
  readonly section: string;
  readonly node: AssignmentNode;
  readonly verdict: Verdict;
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
  /** Those of all sections. */
  readonly assignments: readonly JudgedAssignment[];
}

/** Verdicts by directive and value, for one unit, manager and version. */
export type VerdictCache = Map<Directive, Map<string, Verdict>>;

export interface JudgeOptions {
  readonly version: number;
  readonly cache?: VerdictCache | undefined;
  /** The same file as it was: verdicts on lines that stand there unchanged are taken over. */
  readonly before?: JudgedFile | undefined;
}

/** Values a file may have had before its verdicts are forgotten. */
const MOST_VERDICTS = 50_000;

const UNKNOWN_KEY: Verdict = { directive: undefined, problems: [], accepted: false };

/** Judges every value of a file for a systemd version. */
export function judgeFile(source: SourceFile, { version, cache = new Map(), before }: JudgeOptions): JudgedFile {
  const known = sectionsOf(source.kind.kind);
  const earlier = before && isReadAlike(before, source, version) ? before.sections : [];
  const sections = source.tree.sections.map((section, i): JudgedSection => {
    const status = known.includes(section.name) ? 'known' : section.name.startsWith('X-') ? 'extension' : 'unknown';
    if (status !== 'known') return { section, status, assignments: [] };
    const judge = (node: AssignmentNode): Verdict => verdictOn(node, section.name, { source, version, cache });
    const same = earlier[i]?.section.name === section.name ? earlier[i].assignments : [];
    const verdicts = takeOver(section.assignments, same, judge);
    const assignments = section.assignments.map((node, at): JudgedAssignment => {
      const verdict = verdicts[at]!;
      const { directive, problems, accepted } = verdict;
      return { source, section: section.name, node, verdict, directive, problems, accepted };
    });
    return { section, status, assignments };
  });
  return { source, version, sections, assignments: sections.flatMap(({ assignments }) => assignments) };
}

/** Whether a value would be judged as it was in the file before. */
function isReadAlike({ source, version: earlier }: JudgedFile, { path, kind }: SourceFile, version: number): boolean {
  const before = source.kind;
  return (
    earlier === version &&
    source.path === path &&
    before.kind === kind.kind &&
    before.manager === kind.manager &&
    before.unit?.text === kind.unit?.text &&
    before.isSource === kind.isSource
  );
}

/** An edit leaves the lines above and below it: verdicts on those are known from either end. */
function takeOver(
  nodes: readonly AssignmentNode[],
  before: readonly JudgedAssignment[],
  judge: (node: AssignmentNode) => Verdict,
): Verdict[] {
  const verdicts = new Array<Verdict>(nodes.length);
  let start = 0;
  while (nodes[start] && nodes[start]!.content === before[start]?.node.content) {
    verdicts[start] = before[start]!.verdict;
    start++;
  }
  let end = nodes.length - 1;
  const shift = before.length - nodes.length;
  while (end >= start && nodes[end]!.content === before[end + shift]?.node.content) {
    verdicts[end] = before[end + shift]!.verdict;
    end--;
  }
  for (let i = start; i <= end; i++) verdicts[i] = judge(nodes[i]!);
  return verdicts;
}

const costsAssignment = (problem: ValueProblem): boolean =>
  problem.severity === 'error' || (problem.severity === 'warning' && (problem.effect ?? 'ignored') === 'ignored');

interface Judging {
  readonly source: SourceFile;
  readonly version: number;
  readonly cache: VerdictCache;
}

function verdictOn(node: AssignmentNode, section: string, { source, version, cache }: Judging): Verdict {
  const directive = findDirective(section, node.key, version);
  if (!directive) return UNKNOWN_KEY;
  const { text } = node.value;
  if (isPlaceholder(source, text)) return { directive, problems: [], accepted: true };
  const verdicts = cache.get(directive) ?? new Map<string, Verdict>();
  cache.set(directive, verdicts);
  const known = verdicts.get(text);
  if (known) return known;
  const problems = valueTypeOf(directive)?.check(text, contextOf(directive, source.kind, version)) ?? [];
  const verdict: Verdict = { directive, problems, accepted: !problems.some(costsAssignment) };
  if (verdicts.size > MOST_VERDICTS) verdicts.clear();
  verdicts.set(text, verdict);
  return verdict;
}

/** The context in which a value of this file is judged. */
export function contextOf(directive: Directive, kind: UnitFileKind, version: number): ValueContext {
  return { directive, version, manager: kind.manager, kind: kind.kind, unit: kind.unit };
}

/** In `foo.service.in` and the like, what the build will put there is not ours to judge. */
const isPlaceholder = (source: SourceFile, text: string): boolean =>
  source.kind.isSource && /@[A-Za-z_]\w*@|\{\{|\{%|\$\{|<%/.test(text);
