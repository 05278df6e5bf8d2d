import { isAdditive } from '../values/traits.ts';
import type { ValueProblem } from '../values/value-type.ts';
import type { JudgedAssignment } from './judged-file.ts';
import type { MergedFiles } from './merged-files.ts';

/** What is in force of one key. */
interface EffectiveKey {
  readonly isAdditive: boolean;
  readonly values: readonly EffectiveValue[];
}

interface EffectiveValue {
  /** As systemd takes it: what it ignores left out, what it reads as something else written as that. */
  readonly text: string;
  /** Whether systemd ignores a part of it. */
  readonly isPartial: boolean;
}

/** What is in force in merged files, by section and today's key. */
export interface EffectiveValues {
  /** Without the fragment, anything may be in force that is not seen here. */
  readonly isWhole: boolean;
  readonly keys: ReadonlyMap<string, EffectiveKey>;
}

export function effectiveValues(merged: MergedFiles): EffectiveValues {
  const keys = new Map<string, EffectiveKey>();
  for (const { section, key } of merged.effectiveKeys()) {
    const counting = merged.inForce(section, key);
    const directive = counting[0]!.directive!;
    keys.set(`${section} ${key}`, { isAdditive: isAdditive(directive), values: counting.map(effectiveValue) });
  }
  return { isWhole: merged.hasFragment, keys };
}

/**
 * Whether a change of the files leaves what was in force as it was. Values may join a list whose entries stand each for
 * itself, such as After=, and an entry that systemd ignored may join those beside it; nothing may join a list of commands, go, or change.
 */
export function keepsEffective(before: EffectiveValues, after: EffectiveValues): boolean {
  for (const [name, key] of before.keys) if (!isKept(key, after.keys.get(name))) return false;
  if (before.isWhole) return true;
  return [...after.keys].every(([name, key]) => key.isAdditive || before.keys.has(name));
}

function isKept(before: EffectiveKey, after: EffectiveKey | undefined): boolean {
  if (!after) return false;
  if (before.isAdditive) {
    const words = new Set(after.values.flatMap(wordsOf));
    return before.values.every((value) => wordsOf(value).every((word) => words.has(word)));
  }
  return (
    before.values.length === after.values.length && before.values.every((value, i) => isSame(value, after.values[i]!))
  );
}

const isSame = (before: EffectiveValue, after: EffectiveValue): boolean =>
  before.text === after.text || (before.isPartial && isSubsequence(wordsOf(before), wordsOf(after)));

const wordsOf = ({ text }: EffectiveValue): string[] => text.split(/\s+/).filter((word) => word !== '');

function isSubsequence(words: readonly string[], of: readonly string[]): boolean {
  let at = 0;
  for (const word of of) if (at < words.length && words[at] === word) at++;
  return at === words.length;
}

function effectiveValue({ node, problems }: JudgedAssignment): EffectiveValue {
  let { text } = node.value;
  let isPartial = false;
  for (const problem of [...problems].sort((a, b) => b.start - a.start)) {
    const taken = takenFor(problem);
    if (taken === undefined) continue;
    isPartial ||= problem.effect === 'part';
    text = text.slice(0, problem.start) + taken + text.slice(problem.end);
  }
  return { text, isPartial };
}

/** What systemd takes the faulty part for; undefined where it takes it as it stands. */
function takenFor(problem: ValueProblem): string | undefined {
  const { rule, severity, effect } = problem;
  if (severity === 'warning' && effect === 'part') return '';
  if (rule !== 'value-obsolete' && rule !== 'legacy-path') return undefined;
  return problem.isMended?.() === false ? undefined : problem.replacement;
}
