import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellWord } from '../../../server/src/rules/advice/shell-fixes.ts';
import { readCommandLine } from '../../../server/src/values/exec/command-line.ts';
import { argumentOf, scripts } from './shell-scripts.ts';

describe('a script as one word of a command', () => {
  test.each(scripts.map(([script, gets]) => ({ script, gets: gets ?? script })))('$script', ({ script, gets }) => {
    expect(argumentOf(shellWord(script, { version: 252, expands: true }))).toBe(gets);
  });

  test('reads as it was written, whatever it is', () => {
    // Without what systemd itself is to replace: %, and $$ for a plain dollar sign.
    const character = fc.constantFrom(...'ab \t"\'\\$`|&;<>(){}[]*?!#~=,/.%ä€');
    const script = fc
      .array(character, { minLength: 1, maxLength: 40 })
      .map((characters) => characters.join(''))
      .filter((text) => !/\$\$|%[%0-9A-Za-z]|\bdate\b/.test(text));
    fc.assert(
      fc.property(script, (text) => {
        expect(argumentOf(shellWord(text, { version: 252, expands: true }))).toBe(text);
      }),
    );
  });

  test('with the prefix : a dollar sign is one to systemd, too', () => {
    const word = shellWord('echo $HOME', { version: 252, expands: false });
    expect(readCommandLine(`:/bin/sh -c ${word}`, 252).commands[0]!.rest.map(({ text }) => text)).toEqual([
      '-c',
      'echo $HOME',
    ]);
  });
});
