import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { misread } from './reading.ts';
import { loadGrammar, tokenize } from './tokenize.ts';

const folders = ['/usr/lib/systemd/system', '/usr/lib/systemd/user'].filter((folder) => existsSync(folder));
const files = folders.flatMap(unitsIn);
if (files.length === 0)
  console.log('skipped: grammar on real units, because this machine has none in /usr/lib/systemd');

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

function unitsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:service|socket|timer|path|mount|automount|swap|target|slice|conf)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && statSync(path).isFile());
}

describe.skipIf(files.length === 0)('units of this machine', () => {
  it.each(files)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    const tokens = tokenize(grammar, text);
    expect(misread(lines, tokens)).toEqual([]);
    expect(tokens.map((line) => line.map((token) => token.text).join(''))).toEqual(lines);
    expect(tokens.flat().filter((token) => token.scopes.some((scope) => scope.startsWith('invalid')))).toEqual([]);
  });
});

it('reads lines in any order as systemd does', () => {
  const keys = [
    'Description',
    'ExecStart',
    'Environment',
    'After',
    'OnCalendar',
    'RestartSec',
    'Type',
    'UMask',
    'Foo Bar',
    'X-Y',
  ];
  const values = [
    '',
    'a',
    '/bin/a "b',
    "'c' d",
    '"A=b',
    '1',
    '1h',
    '50%',
    'a.service',
    'man:a(1)',
    '%i',
    '$A',
    '~@a',
    ' ; b',
    '"#"',
  ];
  const ends = ['', '', ' \\', '\\', '\\\\', '\\\\\\', '\\ ', '"\\'];
  const assignment = fc
    .tuple(
      fc.constantFrom('', ' '),
      fc.constantFrom(...keys),
      fc.constantFrom('=', ' = '),
      fc.constantFrom(...values),
      fc.constantFrom(...ends),
    )
    .map((parts) => parts.join(''));
  const other = fc.constantFrom('', '  ', '# a', '; b \\', '  #c', '[Unit]', '[X-A] ');
  fc.assert(
    fc.property(fc.array(fc.oneof(assignment, assignment, other), { maxLength: 12 }), (lines) => {
      expect(misread(lines, tokenize(grammar, lines.join('\n')))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
