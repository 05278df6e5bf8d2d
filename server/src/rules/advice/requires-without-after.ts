import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { Word } from '../../syntax/words.ts';
import { valueSpanIn } from '../../units/judged-block.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { reportLines } from '../place.ts';
import type { Finding, UnitRule } from '../rule.ts';
import { isOwnName, type UnitWord, wordsOf } from '../unit/dependency-self.ts';

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
    const required = ['Requires', 'BindsTo', 'Requisite'].filter((key) => unit.runs('Unit', key).length > 0);
    if (required.length === 0) return;
    const ordered = new Set(['After', 'Before'].flatMap((key) => namesIn(unit, key)));
    for (const key of required) {
      const unordered = [...wordsOf(unit, key)].filter(({ word }) => {
        const name = ordered.has(word.text) ? undefined : nameIn(word);
        return name && !ORDERED.includes(name.kind) && !isOwnName(word.text, unit);
      });
      reportLines(report, 'hint', unordered, {
        spanOf: ({ place, index, word }) => valueSpanIn(place, index, word),
        tell: (named, outline) => ({ ...outline, ...told(named, key) }),
      });
    }
  },
};

function told({ place, index, word }: UnitWord, key: string): Pick<Finding, 'section' | 'key' | 'message' | 'fixes'> {
  const { node, source, section } = place.at(index);
  const { end } = node.span;
  const message = `${key}= does not order: both units start at the same time. Add After=${word.text} if this one needs the other to be up.`;
  const last = source.tree.text.slice(Math.max(0, end - 3), end);
  // After a backslash at the end of the file a new line would continue this one.
  if (/\\\r?\n?$/.test(last)) return { section, key: node.key, message, fixes: [] };
  const gap = /[\r\n]$/.test(last) ? '' : '\n';
  const edits = [{ start: end, end, text: `${gap}After=${word.text}\n` }];
  return { section, key: node.key, message, fixes: [{ title: `Add After=${word.text}`, edits }] };
}

/** Read once for a word, wherever it stands. */
const names = new WeakMap<Word, UnitName | undefined>();

function nameIn(word: Word): UnitName | undefined {
  if (!names.has(word)) names.set(word, parseUnitName(word.text));
  return names.get(word);
}

const namesIn = (unit: LoadedUnit, key: string): string[] => [...wordsOf(unit, key)].map(({ word }) => word.text);
