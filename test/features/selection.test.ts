import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { selectionSpans } from '../../server/src/features/selection.ts';
import { readCursor } from '../lsp/cursor.ts';

/** What a growing selection holds, one after the other; line ends are shown. */
function selections(marked: string): string[] {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path: '/w/a.service', version: 262 });
  return selectionSpans(document, offset).map(({ start, end }) => JSON.stringify(text.slice(start, end)).slice(1, -1));
}

const FILE = '[Unit]\nAfter=x.target\n\n[Service]\n# why\nExecStart=/bin/a -b\n\n';
const SECTION = '[Service]\\n# why\\nExecStart=/bin/a -b\\n';
const WHOLE = '[Unit]\\nAfter=x.target\\n\\n[Service]\\n# why\\nExecStart=/bin/a -b\\n\\n';
const BELOW = '# why\\nExecStart=/bin/a -b\\n';

describe('a selection grows', () => {
  test.each([
    ['from a word of a value', '/bin|/a', ['/bin/a', '/bin/a -b', 'ExecStart=/bin/a -b', BELOW, SECTION, WHOLE]],
    ['from the last word', '-b|', ['-b', '/bin/a -b', 'ExecStart=/bin/a -b', BELOW, SECTION, WHOLE]],
    ['from a key', 'Exec|Start', ['ExecStart', 'ExecStart=/bin/a -b', BELOW, SECTION, WHOLE]],
    ['from a header', 'Ser|vice', ['Service', '[Service]', SECTION, WHOLE]],
    ['from a comment', '# w|hy', ['why', '# why', BELOW, SECTION, WHOLE]],
  ])('%s', (_, marked, expected) => {
    expect(selections(FILE.replace(marked.replace('|', ''), marked))).toEqual(expected);
  });

  test('over quotes, the line, and the lines of a continued value', () => {
    expect(selections("[Service]\nExecStart=/bin/a \\\n  'b |c' d \\\n  e\n").slice(0, 4)).toEqual([
      "'b c'",
      "'b c' d",
      "/bin/a \\\\\\n  'b c' d \\\\\\n  e",
      "ExecStart=/bin/a \\\\\\n  'b c' d \\\\\\n  e",
    ]);
  });

  test('to the file where nothing is', () => expect(selections('\n|\n')).toEqual(['\\n\\n']));
});

test('each holds the offset and is larger than the one before', () => {
  const line = fc.constantFrom(
    '[Unit]',
    '[',
    'After=a "b c',
    'X=a \\',
    '  b \\',
    '# c',
    '',
    '=',
    'é\u{1f600}=\\',
    'Y=  ',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.nat(), fc.constantFrom('\n', '\r\n'), (lines, place, end) => {
      const text = lines.join(end);
      const offset = place % (text.length + 1);
      const document = createDocument(text, { path: '/w/a.service', version: 262 });
      let last = { start: offset, end: offset };
      for (const [i, span] of selectionSpans(document, offset).entries()) {
        expect(span.start).toBeLessThanOrEqual(last.start);
        expect(span.end).toBeGreaterThanOrEqual(last.end);
        if (i > 0) expect(span.end - span.start).toBeGreaterThan(last.end - last.start);
        last = span;
      }
      expect(last).toEqual({ start: 0, end: text.length });
    }),
  );
});
