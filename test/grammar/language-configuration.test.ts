import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Rule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
);
const rules: readonly Rule[] = configuration.onEnterRules;

/** VS Code takes the first rule that matches the text before the cursor. */
const appended = (before: string) => rules.find((rule) => new RegExp(rule.beforeText).test(before))?.action.appendText;

describe('Enter', () => {
  it.each([
    ['# a comment', '# '],
    ['  #no blank', '# '],
    ['; a comment', '; '],
    ['#', undefined],
    ['# ', undefined],
    ['Type=simple # no comment', undefined],
    ['ExecStart=/bin/a \\', undefined],
    ['[Service]', undefined],
  ])('after "%s"', (before, expected) => {
    expect(appended(before)).toBe(expected);
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
