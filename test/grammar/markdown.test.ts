import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from './tokenize.ts';

const markdown: IRawGrammar = {
  scopeName: 'text.html.markdown',
  repository: {} as IRawGrammar['repository'],
  patterns: [
    { name: 'markup.heading.markdown', match: '^#.*$' },
    { name: 'markup.fenced_code.other', begin: '^\\s*(```|~~~)\\w*', end: '^\\s*\\1\\s*$' },
  ],
};

let grammar: IGrammar;
beforeAll(async () => {
  const injection = { scopeName: 'markdown.systemd.codeblock', path: 'syntaxes/markdown.injection.json' };
  const host = { scopeName: 'text.html.markdown', raw: markdown };
  grammar = await loadGrammar('text.html.markdown', [host, injection], ['markdown.systemd.codeblock']);
});

function innermost(text: string): string[] {
  return tokenize(grammar, text).map((line) => line.find((token) => token.text.trim() !== '')?.scopes.at(-1) ?? '');
}

describe('fenced blocks in Markdown', () => {
  it.each(['```systemd', '~~~~systemd', '``` SystemD', '```systemd title="a.service"', '  ```systemd {1,3}'])(
    '%s is a unit',
    (fence) => {
      const close = fence.trim().replace(/[^`~].*/, '');
      const [, section, key, value, end, after] = innermost(
        `${fence}\n[Service]\nExecStart=/bin/a \\\n  b\n${close}\n# Heading`,
      );
      expect(section).toBe('punctuation.definition.section.begin.systemd');
      expect(key).toBe('support.type.property-name.systemd');
      expect(value).toBe('string.unquoted.argument.systemd');
      expect(end).toBe('punctuation.definition.markdown');
      expect(after).toBe('markup.heading.markdown');
    },
  );

  it('ends with its fence, even within a continuation', () => {
    expect(innermost('```systemd\nExecStart=/bin/a \\\n```\n# Heading').at(-1)).toBe('markup.heading.markdown');
  });

  it.each(['```ini', '```', '```systemd-foo', '```sh'])('%s is left alone', (fence) => {
    const scopes = tokenize(grammar, `${fence}\n[Service]\nType=simple\n\`\`\``).flatMap((line) =>
      line.flatMap((t) => t.scopes),
    );
    expect(scopes.filter((scope) => scope.endsWith('.systemd'))).toEqual([]);
  });
});
