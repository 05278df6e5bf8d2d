import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from './tokenize.ts';

/** As much of VS Code's Markdown grammar as matters here, built the same way. */
const markdown: IRawGrammar = {
  scopeName: 'text.html.markdown',
  repository: {} as IRawGrammar['repository'],
  patterns: [
    { name: 'markup.heading.markdown', match: '^#.*$' },
    { name: 'markup.quote.markdown', begin: '^> ?', while: '^> ?', patterns: [{ include: '$self' }] },
    { name: 'markup.list.markdown', begin: '^\\* ', while: '(^ {2})|(^\\s*$)', patterns: [{ include: '$self' }] },
    {
      name: 'markup.fenced_code.block.markdown',
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?=([^`]*)?$)',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
    },
  ],
};

let grammar: IGrammar;
beforeAll(async () => {
  const injection = { scopeName: 'markdown.systemd.codeblock', path: 'syntaxes/markdown.injection.json' };
  const host = { scopeName: 'text.html.markdown', raw: markdown };
  grammar = await loadGrammar('text.html.markdown', [host, injection], ['markdown.systemd.codeblock']);
});

/** All scopes of ours and of headings in each line. */
function scopes(text: string): string[] {
  return tokenize(grammar, text).map((line) => {
    const own = line.flatMap((token) => token.scopes).filter((scope) => /\.systemd$|heading/.test(scope));
    return [...new Set(own)].join(' ');
  });
}

const key = expect.stringContaining('support.type.property-name.systemd');
const section = expect.stringContaining('entity.name.type.section.systemd');
const argument = expect.stringContaining('string.unquoted.argument.systemd');
const heading = 'markup.heading.markdown';

describe('fenced blocks in Markdown', () => {
  it.each(['```systemd', '~~~~systemd', '``` SystemD', '```systemd title="a.service"', '  ```systemd {1,3}'])(
    '%s is a unit',
    (fence) => {
      const close = fence.trim().replace(/[^`~].*/, '');
      const text = `${fence}\n[Service]\nExecStart=/bin/a \\\n  b\n${close}\n# Heading`;
      expect(scopes(text)).toEqual(['', section, key, argument, '', heading]);
    },
  );

  it.each([
    ['> ', 'quote'],
    ['  ', 'list'],
  ])('"%s" before every line, as in a %s', (indent) => {
    const lines = ['```systemd', '[Service]', 'ExecStart=/bin/a \\', '  b', '```'].map((line) => indent + line);
    const first = indent === '  ' ? '* item' : '> text';
    expect(scopes([first, ...lines, '# Heading'].join('\n'))).toEqual(['', '', section, key, argument, '', heading]);
  });

  it('ends with its fence, even within a continuation', () => {
    expect(scopes('```systemd\nExecStart=/bin/a \\\n```\n# Heading').at(-1)).toBe(heading);
  });

  it.each(['```ini', '```', '```systemd-foo', '```sh', '```notsystemd', 'systemd', '`systemd'])(
    '%s is left alone',
    (fence) => {
      const own = scopes(`${fence}\n[Service]\nType=simple\n\`\`\``);
      expect(own).toEqual(['', '', '', '']);
    },
  );
});
