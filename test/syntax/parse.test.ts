import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { toSourceSpan } from '../../server/src/syntax/value.ts';

/** One line a node: what systemd reads in it. */
function outline(text: string): string[] {
  return parse(text).nodes.map((node) => {
    switch (node.kind) {
      case 'header':
        return `[${node.name}]${node.closed ? '' : ' open'}`;
      case 'assignment':
        return `${node.key}=${node.value.text}`;
      case 'error':
        return node.fault;
      default:
        return node.kind;
    }
  });
}

describe('conf-parser', () => {
  const table: [name: string, text: string, nodes: string[]][] = [
    ['blanks around key and value', '[Unit]\n  A \t=  b c \n', ['[Unit]', 'A=b c']],
    ['a continuation is one blank', 'A=x \\\n  y\n', ['A=x    y']],
    ['comments inside a continuation are skipped', 'A=x\\\n# no\n; no\ny\nB=1', ['A=x y', 'B=1']],
    ['a comment does not continue', '# a \\\nB=1', ['comment', 'B=1']],
    ['a blank line ends a continuation', 'A=x\\\n\nB=1', ['A=x', 'B=1']],
    ['two backslashes do not continue', 'A=x\\\\\nB=1', ['A=x\\\\', 'B=1']],
    ['a blank after the backslash does not continue', 'A=x\\ \nB=1', ['A=x\\', 'B=1']],
    ['a continuation at the end', 'A=x\\', ['A=x']],
    ['CRLF, lone CR and NUL end lines', 'A=1\r\nB=2\rC=3\0D=4', ['A=1', 'B=2', 'C=3', 'D=4']],
    ['byte order mark before a header', '\ufeff[Unit]\nA=1', ['[Unit]', 'A=1']],
    ['byte order mark before a comment hides the sign', '\ufeff# x', ['missing-equals']],
    ['the first mark at a line start is dropped, no other', '[U]\n\ufeffA=1\n\ufeffB=2', ['[U]', 'A=1', '\ufeffB=2']],
    ['headers must end in a bracket', '[Unit] # x\n[Unit', ['[Unit] open', '[Unit] open']],
    ['lines systemd ignores', 'word\n=x', ['missing-equals', 'missing-key']],
    ['no inline comments', 'A=b # c', ['A=b # c']],
  ];
  test.each(table)('%s', (_, text, nodes) => expect(outline(text)).toEqual(nodes));

  test('a place in the third continued line is found again', () => {
    const text = 'A=one \\\n# note\n  two \\\n  three\n';
    const node = parse(text).nodes[0]!;
    if (node.kind !== 'assignment') throw new Error('not an assignment');
    const at = node.value.text.indexOf('three');
    const span = toSourceSpan(node.value, at, at + 5);
    expect(text.slice(span.start, span.end)).toBe('three');
  });

  test('nodes cover any text without a gap', () => {
    const chunk = fc.constantFrom(
      '[Unit]',
      'A=b',
      '\\',
      '\n',
      '\r',
      '\0',
      '#',
      ';',
      ' ',
      '=',
      '\ufeff',
      'x',
      '"',
      '%i',
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 40 }), (chunks) => {
        const text = chunks.join('');
        const { nodes } = parse(text);
        let at = 0;
        for (const { span } of nodes) {
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThan(at);
          at = span.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
