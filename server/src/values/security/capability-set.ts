import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { quoted } from '../consequence.ts';
import { nameOf, problem } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, MOST_FAULTS, readList } from '../word-list.ts';
import { capabilities, findCapability } from './capabilities.ts';

const FORM: ListForm = { unquote: true, invert: true };

const items: readonly Candidate[] = [...capabilities].map(([label, detail]) => ({ label, detail, kind: 'value' }));

/**
 * `CapabilityBoundingSet=` and `AmbientCapabilities=`, `config_parse_capability_set()`: systemd drops what it does not
 * know without a word, so all of this is advice.
 */
export const capabilitySet: ValueType = {
  parsers: ['config_parse_capability_set'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readList(text, FORM);
    const unknown = words.filter((word) => !findCapability(word.text)).slice(0, MOST_FAULTS);
    const problems = unknown.map((word) => unknownCapability(word, context));
    if (!fault) return problems;
    const message = `A quote in ${nameOf(context)} is never closed; systemd silently drops what follows. Write capabilities without quotes.`;
    return [...problems, problem(fault, 'quoting', message, { severity: 'info' })];
  },
  complete: (text, offset) => completeWord(text, offset, FORM, items),
  describe: (text, offset) =>
    describeWord(text, offset, FORM, (word) => {
      const name = findCapability(word);
      const about = name && capabilities.get(name);
      return about && `**${name}**: ${about}.`;
    }),
};

function unknownCapability(word: Word, context: ValueContext): ValueProblem {
  const bare = `CAP_${word.text.toUpperCase()}`;
  const guess = capabilities.has(bare) ? bare : nearest(word.text, capabilities.keys());
  const inner = word.text.startsWith('~') ? ' A ~ turns round the whole list and stands only in front of it.' : '';
  const advice = inner || (guess ? ` Did you mean ${guess}?` : ' capabilities(7) lists the names.');
  const message = `${quoted(word.text)} is not a capability; systemd silently leaves it out of ${nameOf(context)}.${advice}`;
  return problem(word, 'value-invalid', message, { severity: 'info', replacement: inner ? undefined : guess });
}
