import { expect, test } from 'vitest';
import { loadGrammar, outline } from './tokenize.ts';

const LINES = { scopeName: 'source.systemd-lines', path: 'syntaxes/systemd-lines.tmLanguage.json' };

test.each([
  [
    'ENV{a}+="x%k$env{B}\\""',
    [
      'ENV → support.type.property-name',
      'a → variable.parameter',
      '+= → keyword.operator',
      'x → string.quoted.double',
      '%k → constant.other.placeholder',
      '$env{B} → constant.other.placeholder',
      '\\" → constant.character.escape',
    ],
  ],
  [
    'ACTION=="add", KERNEL!=i"sd*", GOTO="end"',
    [
      'ACTION → support.type.property-name',
      '== → keyword.operator',
      'add → string.quoted.double',
      'KERNEL → support.type.property-name',
      '!= → keyword.operator',
      'i → storage.modifier',
      'sd* → string.quoted.double',
      'GOTO → support.type.property-name',
      '= → keyword.operator',
      'end → string.quoted.double',
    ],
  ],
])('%s', async (text, expected) => {
  const all = outline(await loadGrammar(LINES.scopeName, [LINES]), text);
  const told = all.filter((part) => !/punctuation|meta\.expression|source\.systemd-lines$/.test(part));
  expect(told.map((part) => part.replace(/\.systemd-lines$/, ''))).toEqual(expected);
});
