import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eachSystem } from './each-system.ts';
import { directivesReadBy } from './parsers.ts';
import { directiveQuestion } from './question.ts';
import { verifyEach } from './verify.ts';

/** Parsers that say nothing of a word they do not know: their words come from the manual page only. */
const silent = new Set(['config_parse_exec_secure_bits']);

/** What to write for entries that are no words by themselves. */
const spelled: Readonly<Record<string, string>> = { '<boolean>': 'off', fd: 'fd:name' };

const [, ...lines] = readFileSync('server/facts/enumerations.tsv', 'utf8').trimEnd().split('\n');
const rows = lines.map((line) => {
  const [parser = '', value = '', from, to] = line.split('\t');
  return { parser, value, from: Number(from || 0), to: Number(to || Infinity) };
});

eachSystem((version) => {
  test('accepts every listed word exactly in its versions', () => {
    const asked = rows.flatMap((row) => {
      const target = directivesReadBy(row.parser, version)[0];
      return target === undefined || silent.has(row.parser) ? [] : [{ ...row, target }];
    });
    const questions = asked.map(({ target, value }) => directiveQuestion(target, spelled[value] ?? value));
    const verdicts = verifyEach({ version }, questions);
    const wrong = asked.flatMap(({ parser, value, from, to }, index) => {
      const accepted = !verdicts[index]?.messages.some((message) => message.line !== undefined && complains(message));
      const listed = version >= from && version <= to;
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
