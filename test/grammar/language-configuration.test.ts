import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Rule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
);
const rules: readonly Rule[] = configuration.onEnterRules;

/** VS Code takes the first rule that matches the texts before and behind the cursor, `|`. */
const appended = (line: string) => {
  const [before = '', after = ''] = line.split('|');
  const fits = ({ beforeText, afterText = '' }: Rule) =>
    new RegExp(beforeText).test(before) && new RegExp(afterText).test(after);
  return rules.find(fits)?.action.appendText;
};

describe('Enter', () => {
  it.each([
    ['# a |comment', '# '],
    ['  #no| blank', '# '],
    ['; a| comment', '; '],
    ['# a comment|', undefined],
    ['# a comment| ', undefined],
    ['; a comment|', undefined],
    ['#|', undefined],
    ['Type=simple # no| comment', undefined],
    ['ExecStart=/bin/a \\', undefined],
    ['[Service]', undefined],
  ])('at "%s"', (line, expected) => {
    expect(appended(line)).toBe(expected);
  });

  it('never indents', () => {
    expect(rules.map((rule) => rule.action.indent)).toEqual(rules.map(() => 'none'));
    expect(rules.some((rule) => new RegExp(rule.beforeText).test('anything {'))).toBe(true);
  });
});

describe('words', () => {
  const word = new RegExp(configuration.wordPattern, 'g');
  it.each([
    ['After=foo@%i.service network.target', ['After', 'foo@%i.service', 'network.target']],
    ['[Service]', ['Service']],
    ['BindsTo=dev-a\\x2db.device', ['BindsTo', 'dev-a\\x2db.device']],
    ['OnCalendar=Mon..Fri 04:00', ['OnCalendar', 'Mon..Fri', '04:00']],
    ['ExecStart=-/bin/sh -c "a b"', ['ExecStart', '-', 'bin', 'sh', '-c', 'a', 'b']],
  ])('%s', (text, words) => {
    expect(text.match(word)).toEqual(words);
  });
});

it('folds at region markers', () => {
  const { start, end } = configuration.folding.markers;
  expect('# region Hardening').toMatch(new RegExp(start));
  expect('#region').toMatch(new RegExp(start));
  expect('; endregion').toMatch(new RegExp(end));
  expect('# regional').not.toMatch(new RegExp(start));
});

/** A shell's `case a)` in a command has no partner; VS Code would paint it red. */
it('does not judge brackets', () => {
  expect(configuration.colorizedBracketPairs).toEqual([]);
});
