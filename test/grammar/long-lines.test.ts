import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from './tokenize.ts';

const length = 20_000;

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** Each pattern over and over: a grammar that backtracks does not come back from these. */
describe('very long lines come out whole, and the next line is read as if they were short', () => {
  const keys = [
    'Description',
    'ExecStart',
    'Environment',
    'After',
    'OnCalendar',
    'RestartSec',
    'SystemCallFilter',
    'Type',
    'Foo',
  ];
  const parts = [
    'a',
    'a ',
    '/',
    '/a',
    '.',
    '-',
    '@',
    '%',
    '%i',
    '\\\\',
    '\\x2d',
    '"',
    '""',
    "'",
    '$',
    '$A',
    '1',
    '1h ',
    ':',
    '~',
    '{',
    '{{a}}',
    'a=',
    'a.service ',
  ];
  it.each(keys)('%s', (key) => {
    for (const part of parts) {
      const line = `${key}=${part.repeat(length / part.length)}`;
      const [first, second] = tokenize(grammar, `${line}\nNice=1`);
      expect(first!.map((token) => token.text).join('')).toBe(line);
      expect(second![0]!.scopes).toContain('support.type.property-name.systemd');
    }
  });

  it.each(['a', '[', '#', ';', ' ', '=', '\\\\', '%', '{'])('a line of %s', (part) => {
    const line = part.repeat(length / part.length);
    const [first, second] = tokenize(grammar, `${line}\nNice=1`);
    expect(first!.map((token) => token.text).join('')).toBe(line);
    expect(second![0]!.scopes).toContain('support.type.property-name.systemd');
  });
});

it('keeps every character of any text', () => {
  const piece = fc.constantFrom(
    ...'abAB019 =\\"\'%$@-:+!|~/.,;#[]{}\t'.split(''),
    '\n',
    'Exec',
    'Start=',
    'OnCalendar=',
    'Sec=',
    'SIG',
    '.service',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('');
      const lines = tokenize(grammar, text).map((line) => line.map((token) => token.text).join(''));
      expect(lines.join('\n')).toBe(text);
    }),
    { numRuns: 300 },
  );
});
