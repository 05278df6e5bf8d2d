import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { directivesReadBy } from './parsers.ts';
import { directiveQuestion } from './question.ts';
import { systems } from './systems.ts';
import { verifyEach } from './verify.ts';

/** Parsers that say nothing of a word they do not know: their words come from the manual page only. */
const silent = new Set(['config_parse_exec_secure_bits']);

const [, ...lines] = readFileSync('server/facts/enumerations.tsv', 'utf8').trimEnd().split('\n');
const rows = lines
  .map((line) => line.split('\t'))
  .map(([parser = '', value = '', from = '', to = '']) => ({ parser, value, from, to }));

const present = [...systems().keys()].sort();
if (present.length === 0) console.warn('enumerations not proven: no systemd on this machine');

describe.each(present)('systemd %i', (version) => {
  test('accepts every listed word exactly in its versions', () => {
    const asked = rows.flatMap((row) => {
      const target = directivesReadBy(row.parser, version)[0];
      return target === undefined || silent.has(row.parser) ? [] : [{ ...row, target }];
    });
    const values = asked.map(({ value }) => (value === '<boolean>' ? 'off' : value === 'fd' ? 'fd:name' : value));
    const questions = asked.map(({ target }, index) => directiveQuestion(target, values[index] ?? ''));
    const verdicts = verifyEach({ version }, questions);
    const wrong = asked.flatMap(({ parser, value, from, to }, index) => {
      const accepted = !verdicts[index]?.messages.some((message) => message.line !== undefined && complains(message));
      const listed = version >= Number(from || 0) && version <= Number(to || Infinity);
      return accepted === listed ? [] : [`${parser} ${value}: ${accepted ? 'accepted' : 'rejected'}`];
    });
    expect(asked.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});

/** `KillMode=none` is obeyed, with a warning that it is unsafe. */
function complains(message: { level: number; text: string }): boolean {
  return message.level <= 4 && !/This is unsafe/.test(message.text);
}
