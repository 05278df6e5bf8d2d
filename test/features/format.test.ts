import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/features/code-actions.ts';
import { format } from '../../server/src/features/format.ts';
import { parse } from '../../server/src/syntax/parse.ts';

const formatted = (text: string): string => applyEdits(text, format(parse(text)));

/** What systemd reads in a text: everything but blanks, comments and places. */
function meaning(text: string): unknown[] {
  return parse(text).nodes.flatMap((node): unknown[] => {
    if (node.kind === 'header') return [['header', node.name, node.closed]];
    if (node.kind === 'assignment') return [['assignment', node.key, node.value.text]];
    return node.kind === 'error' ? [['error', node.fault, node.text.text]] : [];
  });
}

describe('format', () => {
  const table: [name: string, before: string, after: string][] = [
    ['blanks around keys and equals', '  [Unit]  \n A = b \t\n', '[Unit]\nA=b\n'],
    ['one blank line before a section', '[Unit]\nA=b\n[Service]\nC=d\n', '[Unit]\nA=b\n\n[Service]\nC=d\n'],
    ['blank lines do not pile up', '\n\n[Unit]\n\n\n\nA=b\n\n\n', '[Unit]\n\nA=b\n'],
    ['a line end at the end', '[Unit]\nA=b', '[Unit]\nA=b\n'],
    [
      'continued lines stay',
      '[Unit]\nA = b \\\n    c  \\\n  # why\n  d\n',
      '[Unit]\nA=b \\\n    c  \\\n  # why\n  d\n',
    ],
    ['a blank behind a backslash stays', '[Unit]\nA=b \\ \nC=d\n', '[Unit]\nA=b \\ \nC=d\n'],
    ['CRLF stays CRLF', '[Unit]\r\nA = b\r\n[Service]\r\n', '[Unit]\r\nA=b\r\n\r\n[Service]\r\n'],
    ['comments lose only the blanks around them', '[Unit]\n  # a  b  \n', '[Unit]\n# a  b\n'],
    ['lines systemd ignores stay', '[Unit]\nno equals\n', '[Unit]\nno equals\n'],
    ['nothing stays nothing', '', ''],
  ];
  test.each(table)('%s', (_, before, after) => expect(formatted(before)).toBe(after));

  test('any text keeps its meaning, and twice is once', () => {
    const chunk = fc.constantFrom(
      '[Unit]',
      '[',
      ']',
      'A=b',
      'A',
      '=',
      '\\',
      '\\\n',
      '\n',
      '\r\n',
      '\r',
      '\0',
      '#',
      ';',
      ' ',
      '\t',
      '\ufeff',
      'x',
      '"',
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 30 }), (chunks) => {
        const text = chunks.join('');
        const once = formatted(text);
        expect(meaning(once)).toEqual(meaning(text));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  const folder = '/usr/lib/systemd/system';
  test.skipIf(!existsSync(folder))('every unit of this machine keeps its meaning (skipped without systemd)', () => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(folder, entry.name), 'utf8');
      const once = formatted(text);
      expect(meaning(once)).toEqual(meaning(text));
      expect(formatted(once)).toBe(once);
    }
  });
});
