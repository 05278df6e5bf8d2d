import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from './tokenize.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** What a line is, by its first visible token: `k`ey, `c`omment, continued `v`alue, `s`ection, or nothing. */
function kinds(text: string): string {
  const letter = (scopes: readonly string[]) => {
    const has = (scope: string) => scopes.some((s) => s.startsWith(scope));
    if (has('comment')) return 'c';
    if (has('support.type.property-name')) return 'k';
    if (has('meta.section') || has('invalid.illegal.section')) return 's';
    return has('meta.assignment') ? 'v' : '?';
  };
  return tokenize(grammar, text)
    .map((line) => line.find((token) => token.text.trim() !== ''))
    .map((token) => (token === undefined ? '-' : letter(token.scopes)))
    .join('');
}

/** Who ends a continuation, and who does not: systemd's config_parse() in conf-parser.c. */
describe.each([
  ['text', 'Description=a'],
  ['exec', 'ExecStart=/bin/a'],
  ['string', 'ExecStart=/bin/a "b'],
  ['quote', "ReadWritePaths='/b"],
  ['environment', 'Environment="A=b'],
  ['calendar', 'OnCalendar=Mon'],
  ['time', 'RestartSec=1h'],
  ['time with a number at the end', 'RestartSec=1'],
  ['units', 'After=a.service'],
  ['system calls', 'SystemCallFilter=@a'],
  ['enumeration', 'Type=a'],
  ['condition', 'ConditionPathExists=/a'],
  ['documentation', 'Documentation=man:a(1)'],
  ['mode', 'UMask=022'],
  ['names', 'PassEnvironment=A'],
  ['other', 'Foo=bar'],
  ['no value', 'Foo='],
])('%s', (_, head) => {
  it.each([
    ['is one line', [head, 'B=c'], 'kk'],
    ['goes on after a backslash', [`${head} \\`, 'B=c', 'D=e'], 'kvk'],
    ['goes on after a backslash without a blank', [`${head}\\`, 'B=c', 'D=e'], 'kvk'],
    ['goes on over comments', [`${head} \\`, '# x', '  ; y', '# z \\', 'B=c', 'D=e'], 'kcccvk'],
    ['goes on three times', [`${head} \\`, 'b \\', 'c \\', 'D=e', 'F=g'], 'kvvvk'],
    ['ends at a blank line', [`${head} \\`, '', 'B=c'], 'k-k'],
    ['ends at a line of blanks', [`${head} \\`, ' \t', 'B=c'], 'k-k'],
    ['ends at a blank line after a comment', [`${head} \\`, '# x', '', '[Unit]'], 'kc-s'],
    ['ends at a backslash before a blank', [`${head} \\ `, 'B=c'], 'kk'],
    ['ends at two backslashes', [`${head} \\\\`, 'B=c'], 'kk'],
    ['goes on after three backslashes', [`${head} \\\\\\`, 'B=c', 'D=e'], 'kvk'],
    ['swallows a section header', [`${head} \\`, '[Unit]', '[Unit]'], 'kvs'],
  ])('%s', (_name, lines, expected) => {
    expect(kinds(lines.join('\n'))).toBe(expected);
  });
});

it('continues lines that are no assignments', () => {
  expect(kinds('stray \\\nB=c\nD=e')).toBe('??k');
});

it('never continues a comment', () => {
  expect(kinds('# a \\\nB=c')).toBe('ck');
});
