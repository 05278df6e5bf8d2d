import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, type Token, tokenize } from './tokenize.ts';

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

type Expected = 'blank' | 'comment' | 'continued' | 'section' | 'key';

/** systemd's own reading of lines, written a second time and in a plainer way, to compare the grammar with. */
function expectedLines(lines: readonly string[]): Expected[] {
  let joined = '';
  return lines.map((line) => {
    const bare = line.trimStart();
    if (/^[#;]/.test(bare)) return 'comment';
    const continued = joined !== '';
    const kind: Expected = bare === '' ? 'blank' : continued ? 'continued' : bare.startsWith('[') ? 'section' : 'key';
    joined += line;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(joined)) joined = `${joined.slice(0, -1)} `;
    else joined = '';
    return kind;
  });
}

function matches(expected: Expected, tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.text.trim() !== '');
  const has = (scope: string) => first?.scopes.some((s) => s.startsWith(scope)) ?? false;
  switch (expected) {
    case 'blank':
      return first === undefined;
    case 'comment':
      return has('comment.line');
    case 'continued':
      return has('meta.assignment') && !has('comment') && !has('support.type.property-name');
    case 'section':
      return has('meta.section');
    case 'key':
      return has('support.type.property-name');
  }
}

describe.skipIf(files.length === 0)('units of this machine', () => {
  it.each(files)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    const tokens = tokenize(grammar, text);
    const expected = expectedLines(lines);
    const wrong = lines.flatMap((line, i) =>
      matches(expected[i]!, tokens[i]!) ? [] : [`${i + 1}: ${expected[i]}: ${line}`],
    );
    expect(wrong).toEqual([]);
    expect(tokens.map((line) => line.map((token) => token.text).join(''))).toEqual(lines);
    expect(tokens.flat().filter((token) => token.scopes.some((scope) => scope.startsWith('invalid')))).toEqual([]);
  });
});
