import { readWords, type Word } from '../../syntax/words.ts';
import type { JudgedAssignment } from '../../units/judged-file.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import { atValue } from '../place.ts';
import type { UnitRule } from '../rule.ts';

/** Where systemd minds; a unit that requires itself is taken without a word. */
const MINDED = ['Conflicts', 'Before', 'After', 'OnFailure', 'OnSuccess'];

export const dependencySelf: UnitRule = {
  id: 'dependency-self',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered against itself, conflicts with itself or is its own OnFailure=.',
    why: 'systemd warns and drops the dependency.',
    bad: '# example.service\n[Unit]\nAfter=network.target example.service',
    good: '# example.service\n[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    for (const key of MINDED) {
      const lines = unit.holding('Unit', key, (value) => mayNameItself(value, unit));
      for (const { assignment, word } of lines.flatMap(wordsIn)) {
        if (!isOwnName(word.text, unit)) continue;
        const message = `${key}= names this unit itself; systemd warns and drops the dependency.`;
        report({ ...atValue(assignment, word.start, word.end), severity: 'warning', message, tag: 'unnecessary' });
      }
    }
  },
};

/** Long lists are not split into words where the name does not stand in them. */
const mayNameItself = (text: string, { name }: LoadedUnit): boolean =>
  name !== undefined && (text.includes('%') || text.includes(name.prefix));

/** Whether a text, its specifiers replaced, is the unit's own name. */
export function isOwnName(text: string, unit: LoadedUnit): boolean {
  if (!unit.name) return false;
  const { text: target } = expandSpecifiers(text, contextOf(unit));
  return target === unit.name.text || (unit.name.instance !== undefined && target === instanceName(unit));
}

const contextOf = ({ name, manager, kind, version }: LoadedUnit) => ({ unit: name, manager, kind, version });

/** The name under which systemd judges a template: an instance of it. */
const instanceName = (unit: LoadedUnit): string => `${expandSpecifiers('%p@%i', contextOf(unit)).text}.${unit.kind}`;

/** A word of a list of units. */
export interface UnitWord {
  readonly assignment: JudgedAssignment;
  readonly word: Word;
}

export function wordsIn(assignment: JudgedAssignment): UnitWord[] {
  const { words } = readWords(assignment.node.value.text, { retainEscape: true });
  return words.map((word) => ({ assignment, word }));
}

/** The words of a list of units. */
export const wordsOf = (unit: LoadedUnit, key: string): UnitWord[] => unit.list('Unit', key).flatMap(wordsIn);
