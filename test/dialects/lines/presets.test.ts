import { expect, test } from 'vitest';
import { presetDialect } from '../../../server/src/dialects/preset/index.ts';
import { decidingRule, presetRules } from '../../../server/src/dialects/preset/preset-rules.ts';
import { judgeLines } from '../../../server/src/engine/lines/judged-lines.ts';
import { parseUnitName } from '../../../server/src/schema/unit-name.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { said, saidAmong } from './said.ts';

const PATH = '/usr/lib/systemd/system-preset/50-web.preset';

/** The line that decides about a unit, 1-based. */
function deciding(text: string, unit: string): number | string | undefined {
  const source = { path: PATH, tree: parse(text), identity: presetDialect.identify(PATH)! };
  const found = decidingRule(
    presetRules(judgeLines(source, { dialect: presetDialect, version: 262 })),
    parseUnitName(unit)!,
  );
  return typeof found === 'object' ? found.line : found;
}

test.each([
  ['enable web.service\ndisable *\n', 'web.service', 1],
  ['enable web.service\ndisable *\n', 'db.service', 2],
  ['# c\n\ndisable w?b.*\nenable web.service\n', 'web.service', 3],
  ['enable we[a-c].service\n', 'web.service', 1],
  ['disable db.service\n', 'web.service', undefined],
  ['enable getty@.service tty1 tty2\ndisable *\n', 'getty@.service', 1],
  ['enable getty@.service tty1 tty2\ndisable *\n', 'getty@tty2.service', 1],
  ['enable getty@.service tty1 tty2\ndisable *\n', 'getty@tty3.service', 2],
  ['enable getty@.service\ndisable *\n', 'getty@tty1.service', 2],
  ['enabled web.service\n', 'web.service', undefined],
  ['disable web.service db.service\nenable *\n', 'web.service', 2],
  ['disable a\\x2db.service\n', 'a\\x2db.service', 1],
  ['disable a\\*\n', 'ab.service', undefined],
  ['enable [[:alpha:]]*\n', 'web.service', 'unsure'],
])('of %j line %s says', (text, unit, line) => {
  expect(deciding(text, unit)).toBe(line);
});

test('lines that never decide', () => {
  const note = (line: number, by: number, name: string): string =>
    `${line} info: Line ${by} fits "${name}" as well; the first line that fits decides, so this one never does.`;
  expect(
    said(PATH, 'enable a.service\ndisable a.service\ndisable b*\nenable bc.service\nenable b?*\nenable c.*\n'),
  ).toEqual([note(2, 1, 'a.service'), note(4, 3, 'bc.service'), note(5, 3, 'b?*')]);
  for (const text of [
    'enable a@.service\ndisable a@b.service\n',
    'enable a@.service x\ndisable a@.service\n',
    'disable a@.service\nenable a@.service x\n',
    'disable a.*\nenable *\n',
  ])
    expect(said(PATH, text), text).toEqual([]);
  expect(said(PATH, 'disable *\nenable a@.service x\n')).toEqual([note(2, 1, 'a@.service')]);
});

test('in files that are read before', () => {
  const other = '/etc/systemd/system-preset/00-all.preset';
  expect(saidAmong(PATH, { [other]: 'disable *\n', [PATH]: 'enable web.service\n' })).toEqual([
    `1 info: Line 1 of ${other} fits "web.service" as well; the first line that fits decides, so this one never does. > ${other}`,
  ]);
});

test('two units behind disable are one name that none has', () => {
  expect(said(PATH, 'disable web.service db.service\n')).toEqual([
    '1 info: Behind "disable" stands one pattern, with its blanks, and no unit is called so: this line never decides. Write a line for each unit.',
  ]);
});
