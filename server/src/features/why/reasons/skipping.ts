import type { Culprit, Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, type ReasonFinder, systemctlFor } from '../evidence.ts';
import type { ConditionFact } from '../facts.ts';
import { assignmentsOf } from '../places.ts';

/** What systemd looked at before it started anything: conditions, assertions, ExecCondition=. */
export const aboutSkipping: ReasonFinder = (evidence) =>
  assertion(evidence) ?? condition(evidence) ?? execCondition(evidence);

/** `… because of an unmet condition check (ConditionX=y).` before systemd 257, `…, unmet condition check ConditionX=y` since. */
const UNMET = /skipped(?: because of an unmet condition check \(|, unmet condition check )(Condition\w+)=(!?)/;

function condition(evidence: Evidence): Reason | undefined {
  const { said, name } = evidence;
  const skipped = matchIn(said, UNMET);
  const noTrigger = matchIn(said, /no trigger condition checks were met/);
  const anyway = matchIn(said, /^Condition check resulted in .* being skipped/);
  const failed = failedAmong(evidence, 'Condition');
  if (matchIn(said, EXEC_CONDITION) || !(skipped || noTrigger || anyway || failed.length > 0)) return undefined;
  const all = [...conditionsIn(evidence, 'Condition')];
  const named = skipped ? [factOf(skipped)] : failed.length === 0 && all.length === 1 ? all : failed;
  return {
    kind: 'condition',
    headline: `${name} was skipped: ${reasonOf(evidence, named, noTrigger ? 'Condition' : undefined)}.`,
    explanation: [
      'A condition that does not hold is not a failure: systemd leaves the unit alone, and what requires it goes on.',
    ],
    culprits: named.length > 0 ? named.map(culpritOf) : allOf(evidence, 'Condition'),
    steps: [...named.flatMap(stepFor), startStep(evidence)],
  };
}

function assertion(evidence: Evidence): Reason | undefined {
  const isSaid = matchIn(evidence.said, /asserts failed\.?$|^Assertion failed (?:for|on)/) !== undefined;
  const failed = failedAmong(evidence, 'Assert');
  if (!isSaid && failed.length === 0) return undefined;
  const all = [...conditionsIn(evidence, 'Assert')];
  const only = failed.length === 0 && all.length === 1 ? all : failed;
  return {
    kind: 'assertion',
    headline: `${evidence.name} did not start: ${reasonOf(evidence, only, 'Assert')}.`,
    explanation: [
      'An assertion that does not hold makes the start fail, and with it the start of what requires the unit.',
    ],
    culprits: only.length > 0 ? only.map(culpritOf) : allOf(evidence, 'Assert'),
    steps: [...only.flatMap(stepFor), startStep(evidence)],
  };
}

const EXEC_CONDITION = /Skipped due to 'exec-condition'/;

function execCondition(evidence: Evidence): Reason | undefined {
  const { said, name } = evidence;
  if (!matchIn(said, EXEC_CONDITION) && evidence.property('Result') !== 'exec-condition') return undefined;
  const command = evidence.value('ExecCondition');
  return {
    kind: 'exec-condition',
    headline: `${name} was skipped: the command of ExecCondition= said that it should not run now.`,
    explanation: ['An exit status from 1 to 254 of ExecCondition= means: do not start, and do not call it a failure.'],
    culprits: [{ key: 'ExecCondition' }],
    steps: [
      ...(command === undefined ? [] : [`Run the command by hand to see what it says: ${command}`]),
      startStep(evidence),
    ],
  };
}

const startStep = (evidence: Evidence): string => `Then: ${systemctlFor(evidence)} start ${evidence.name}`;

/** Of several that are preceded by `|` one has to hold, of the others all. */
function failedAmong({ unit: { conditions } }: Evidence, prefix: 'Condition' | 'Assert'): ConditionFact[] {
  const own = conditions.filter(({ key }) => key.startsWith(prefix));
  const triggers = own.filter(({ isTrigger }) => isTrigger);
  const plain = own.filter(({ isTrigger, state }) => !isTrigger && state === 'failed');
  const areTriggersUnmet = triggers.length > 0 && triggers.every(({ state }) => state === 'failed');
  return areTriggersUnmet ? [...plain, ...triggers] : plain;
}

const factOf = ({ 0: start, 1: key = '', 2: negation, index, input }: RegExpExecArray): ConditionFact => ({
  key,
  value: input.slice(index + start.length).replace(/\)?\.?$/, ''),
  isTrigger: false,
  isNegated: negation === '!',
  state: 'failed',
});

/** What the files ask for; what came of it is not told there. */
function* conditionsIn({ loaded }: Evidence, prefix: 'Condition' | 'Assert'): Iterable<ConditionFact> {
  for (const { key } of loaded?.effectiveKeys() ?? []) {
    if (!key.startsWith(prefix)) continue;
    for (const { node } of assignmentsOf(loaded, key)) {
      const [, marks = '', value = ''] = /^([|!]*)\s*(.*)$/s.exec(node.value.text) ?? [];
      yield { key, value, isTrigger: marks.includes('|'), isNegated: marks.includes('!'), state: 'failed' };
    }
  }
}

function reasonOf(
  evidence: Evidence,
  failed: readonly ConditionFact[],
  prefix: 'Condition' | 'Assert' | undefined,
): string {
  const triggers = failed.filter(({ isTrigger }) => isTrigger);
  const plain = failed.find(({ isTrigger }) => !isTrigger);
  if (plain) return `${written(plain)} does not hold${meaningOf(plain)}`;
  if (triggers.length > 0) return `none of ${triggers.map(written).join(' and ')} holds, and one of them has to`;
  if (prefix === 'Condition') return 'none of its conditions that begin with "|" holds, and one of them has to';
  return prefix === 'Assert' ? 'an Assert…= of it does not hold' : `a Condition…= of ${evidence.name} does not hold`;
}

const written = ({ key, value, isNegated }: ConditionFact): string => `${key}=${isNegated ? '!' : ''}${value}`;

/** What the commonest of them ask for, as a reason why they do not hold. */
const meanings: Readonly<Record<string, readonly [missing: string, there: string]>> = {
  PathExists: ['VALUE does not exist', 'VALUE exists'],
  PathExistsGlob: ['no path fits VALUE', 'a path fits VALUE'],
  PathIsDirectory: ['VALUE is not a folder', 'VALUE is a folder'],
  PathIsSymbolicLink: ['VALUE is not a symbolic link', 'VALUE is a symbolic link'],
  PathIsMountPoint: ['nothing is mounted at VALUE', 'VALUE is a mount point'],
  PathIsReadWrite: ['VALUE is read-only', 'VALUE is writable'],
  DirectoryNotEmpty: ['VALUE is empty or not there', 'VALUE has something in it'],
  FileNotEmpty: ['VALUE is empty or not there', 'VALUE is a file with content'],
  FileIsExecutable: ['VALUE is not an executable file', 'VALUE is an executable file'],
  Virtualization: ['this machine is not such a virtual one', 'this is such a virtual machine or container'],
  Host: ['this machine has another name', 'this machine has that name'],
  KernelCommandLine: ['the kernel was started without VALUE', 'the kernel was started with VALUE'],
  ACPower: ['the machine is on battery, or the other way round', 'the machine is on battery, or the other way round'],
  User: ['the manager runs as another user', 'the manager runs as that user'],
};

function meaningOf({ key, value, isNegated }: ConditionFact): string {
  const meaning = meanings[key.replace(/^(?:Condition|Assert)/, '')]?.[isNegated ? 1 : 0];
  return meaning === undefined ? '' : `: ${meaning.replace('VALUE', () => value)}`;
}

const culpritOf = ({ key, value }: ConditionFact): Culprit => ({ key, holding: value });

const allOf = ({ loaded }: Evidence, prefix: string): Culprit[] =>
  [...(loaded?.effectiveKeys() ?? [])].flatMap(({ key }) => (key.startsWith(prefix) ? [{ key }] : []));

function stepFor({ key, value, isNegated }: ConditionFact): string[] {
  if (!key.includes('Path') && !key.includes('File') && !key.includes('Directory')) {
    return [`Look at what ${key}= asks for: systemd-units explain ${key}`];
  }
  return [isNegated ? `Remove ${value}, or the condition.` : `Create ${value}, or remove the condition.`];
}
