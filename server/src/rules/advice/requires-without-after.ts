import { parseUnitName } from '../../schema/unit-name.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { atValue } from '../place.ts';
import type { UnitRule } from '../rule.ts';
import { isOwnName, wordsOf } from '../unit/dependency-self.ts';

/** Kinds that come before services anyway, or that systemd itself orders. */
const ORDERED = ['slice', 'socket', 'target', 'mount', 'device', 'swap', 'timer', 'path'];

export const requiresWithoutAfter: UnitRule = {
  id: 'requires-without-after',
  scope: 'unit',
  docs: {
    what: 'A service that requires another one and is not ordered against it.',
    why: 'Requires= says that both are started, not which first: without After= they start at the same time.',
    bad: '[Unit]\nRequires=postgresql.service',
    good: '[Unit]\nRequires=postgresql.service\nAfter=postgresql.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    const required = ['Requires', 'BindsTo', 'Requisite'].filter((key) => unit.list('Unit', key).length > 0);
    if (required.length === 0) return;
    const ordered = new Set(['After', 'Before'].flatMap((key) => namesIn(unit, key)));
    for (const key of required) {
      for (const { assignment, word } of wordsOf(unit, key)) {
        const name = parseUnitName(word.text);
        if (!name || ORDERED.includes(name.kind) || ordered.has(word.text) || isOwnName(word.text, unit)) continue;
        const message = `${key}= does not order: both units start at the same time. Add After=${word.text} if this one needs the other to be up.`;
        const { end } = assignment.node.span;
        const gap = /[\r\n]/.test(assignment.source.tree.text[end - 1]!) ? '' : '\n';
        const fix = {
          title: `Add After=${word.text}`,
          edits: [{ start: end, end, text: `${gap}After=${word.text}\n` }],
        };
        // After a backslash at the end of the file a new line would continue this one.
        const fixes = /\\\r?\n?$/.test(assignment.source.tree.text.slice(0, end)) ? [] : [fix];
        report({ ...atValue(assignment, word.start, word.end), severity: 'hint', message, fixes });
      }
    }
  },
};

const namesIn = (unit: LoadedUnit, key: string): string[] => wordsOf(unit, key).map(({ word }) => word.text);
