import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { featuresOf } from '../../server/src/features/features-of.ts';
import { selectionSpans } from '../../server/src/features/selection.ts';
import { readCursor } from '../lsp/cursor.ts';

/** The same of a file of lines. */
function lineSelections(path: string, marked: string): string[] {
  const { text, offset } = readCursor(marked);
  const document = createDocument(text, { path, version: 262 });
  return featuresOf(document)
    .selection(document, offset)
    .map(({ start, end }) => text.slice(start, end));
}

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

describe('in a file of lines a selection grows', () => {
  const TMPFILES = '/etc/tmpfiles.d/web.conf';
  const lines = '# why\n  d /run/web 0755\nf /run/a - - - - b c\n\nd /x\n';
  const paragraph = '# why\n  d /run/web 0755\nf /run/a - - - - b c\n';
  test.each([
    ['from a field', '/run/w|eb', ['/run/web', 'd /run/web 0755', paragraph, lines]],
    ['from a word of the last one', ' b| c', ['b', 'b c', 'f /run/a - - - - b c', paragraph, lines]],
    ['from a comment', '# w|hy', ['why', '# why', paragraph, lines]],
    ['from a line by itself', 'd /|x', ['/x', 'd /x', 'd /x\n', lines]],
  ])('%s', (_, marked, expected) => {
    expect(lineSelections(TMPFILES, lines.replace(marked.replace('|', ''), marked))).toEqual(expected);
  });

  test('over a value of several lines', () => {
    const text = 'A="x\ny|" z\nB=1\n';
    expect(lineSelections('/etc/environment.d/a.conf', text).slice(0, 3)).toEqual(['y"', '"x\ny" z', 'A="x\ny" z']);
  });

  test('nothing but the file where nothing is', () => expect(lineSelections(TMPFILES, '\n|\n')).toEqual(['\n\n']));
});
