import type { Verdict } from './messages.ts';
import { ourProblems } from './ours.ts';
import { directivesReadBy } from './parsers.ts';
import { type DirectiveQuestion, directiveQuestion, type Target } from './question.ts';
import { valuesFor } from './values.ts';
import { type Manager, verifyEach } from './verify.ts';

/** Refused, ignored or otherwise complained of, or fine. What only remarks (notice, info) counts as fine. */
export type Judgement = 'error' | 'warning' | 'fine';

export interface Comparison extends Target {
  readonly parser: string;
  readonly value: string;
  readonly systemd: Judgement;
  readonly ours: Judgement;
  /** The messages behind the two judgements, for the reader. */
  readonly systemdSays: string;
  readonly weSay: string;
}

export interface DifferentialOptions {
  readonly version: number;
  readonly manager?: Manager;
  /** Ask in `q1@.service` instead of `q1.service`. */
  readonly template?: boolean;
  /** Ask in each section that has the key instead of one. */
  readonly everySection?: boolean;
  /** In one directive of the parser only. */
  readonly sample?: boolean;
  /** Only this key. */
  readonly key?: string;
}

export interface Asked {
  readonly target: Target;
  readonly value: string;
}

/** Both judgements on every value we know for a parser, in every directive it reads. */
export function compareParser(parser: string, options: DifferentialOptions): Comparison[] {
  const targets = targetsOf(parser, options);
  const asked = targets.flatMap((target) => valuesFor(parser).map((value) => ({ target, value })));
  return compareEach(parser, asked, options);
}

/** Both judgements on these values of one parser's directives. */
export function compareEach(parser: string, asked: readonly Asked[], options: DifferentialOptions): Comparison[] {
  const { version, manager = 'system', template = false } = options;
  const questions = asked.map(({ target, value }) => directiveQuestion(target, value, template));
  const verdicts = verifyEach({ version, manager }, questions);
  return asked.map(({ target, value }, index) => {
    const question = questions[index] as DirectiveQuestion;
    const verdict = verdicts[index] as Verdict;
    const { section, key } = target;
    return {
      parser,
      section,
      key,
      value,
      ...systemdJudges(verdict, question.line),
      ...weJudge(question, version, manager),
    };
  });
}

export function targetsOf(parser: string, options: DifferentialOptions): Target[] {
  const { version, everySection = false, sample = false, key } = options;
  const rows = directivesReadBy(parser, version).filter((row) => key === undefined || row.key === key);
  if (everySection) return rows;
  const byKey = new Map<string, Target>();
  for (const row of rows) if (row.section === 'Service' || !byKey.has(row.key)) byKey.set(row.key, row);
  return [...byKey.values()].slice(0, sample ? 1 : undefined);
}

function systemdJudges(verdict: Verdict, line: number): { systemd: Judgement; systemdSays: string } {
  const messages = verdict.messages.filter((message) => !message.environment);
  const complaints = messages.filter((message) => message.level <= 4);
  const systemd = verdict.refused ? 'error' : complaints.length > 0 ? 'warning' : 'fine';
  const place = (at: number | undefined) => (at === undefined ? 'unit: ' : at === line ? '' : `L${at - line}: `);
  const said = messages.map((message) => `${place(message.line)}${message.text}`);
  return { systemd, systemdSays: (said.length > 0 ? said : [verdict.refusal ?? '']).join(' / ') };
}

function weJudge(question: DirectiveQuestion, version: number, manager: Manager): { ours: Judgement; weSay: string } {
  const problems = ourProblems(question.name, question.text, { version, manager });
  const worst = ['error', 'warning'].find((severity) => problems.some((problem) => problem.severity === severity));
  const place = (at: number) => (at === question.line ? '' : `L${at - question.line}: `);
  const said = problems.map(
    (problem) => `${place(problem.line)}${problem.severity} ${problem.code}: ${problem.message}`,
  );
  return { ours: (worst ?? 'fine') as Judgement, weSay: said.join(' / ') };
}

/** How two judgements differ: we raise a false alarm, we miss a fault, or we weigh it differently. */
export function difference({ systemd, ours }: Comparison): 'false alarm' | 'missed' | 'weight' | undefined {
  if (systemd === ours) return undefined;
  if (systemd === 'fine') return 'false alarm';
  return ours === 'fine' ? 'missed' : 'weight';
}
