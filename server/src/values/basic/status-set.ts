import { readWord, readWords, wordSpan } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';
import { exitStatuses, exitStatusOf, parseExitStatus } from './exit-statuses.ts';
import { describeSignal, signalCandidates, signalNames } from './signal.ts';
import { parseSignal } from './signals.ts';

const LONGEST_REPORT = 100;

/** systemd.service(5), SuccessExitStatus= and its kin: exit statuses by number or name, and signals by name. */
export const statusSet: ValueType = {
  parsers: ['config_parse_set_status'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readWords(text);
    const problems = words
      .filter(
        (word) => parseExitStatus(word.text, context.version) === undefined && parseSignal(word.text) === undefined,
      )
      .slice(0, LONGEST_REPORT)
      .map((word) => {
        const comma = word.text.includes(',');
        const guess = comma ? undefined : meant(word.text);
        const what = `${nameOf(context)} takes exit statuses and signals, not ${quoted(word.text)}`;
        const remedy = comma
          ? 'Separate them with blanks.'
          : guess
            ? `Did you mean ${guess}?`
            : 'Write a number from 0 to 255 or a name like TEMPFAIL or SIGTERM.';
        return faultAt(wordSpan(word), {
          rule: 'value-invalid',
          consequence: 'entry',
          what,
          remedy,
          replacement: guess,
        });
      });
    if (!fault) return problems;
    const what = `${nameOf(context)} ends in a lone backslash`;
    return [...problems, faultAt(fault, { rule: 'quoting', consequence: 'rest', what })];
  },
  complete(text, offset, context) {
    let start = offset;
    while (start > 0 && !/\s/.test(text[start - 1]!)) start--;
    const names = exitStatuses.filter(({ from = 0 }) => from <= context.version);
    const items: Candidate[] = names.map(({ name, number, what }) => ({
      label: name,
      kind: 'keyword',
      detail: `${number}, ${what}`,
    }));
    return {
      start,
      end: Math.max(offset, readWord(text, start).word?.end ?? offset),
      items: [...items, ...signalCandidates],
    };
  },
  describe(text, offset, context) {
    const word = readWords(text).words.find(({ start, end }) => start <= offset && offset <= end);
    if (!word) return undefined;
    const status = parseExitStatus(word.text, context.version);
    if (status === undefined) {
      const markdown = describeSignal(word.text);
      return markdown === undefined ? undefined : { ...wordSpan(word), markdown };
    }
    const known = exitStatusOf(status);
    return {
      ...wordSpan(word),
      markdown: known ? `Exit status ${status}/${known.name}: ${known.what}.` : `Exit status ${status}.`,
    };
  },
};

function meant(word: string): string | undefined {
  const upper = word
    .slice(0, 60)
    .toUpperCase()
    .replace(/^EX(?:IT)?_/, '');
  return nearest(upper, [...exitStatuses.map(({ name }) => name), ...signalNames]);
}
