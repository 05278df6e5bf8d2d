import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editorLines } from '../../server/src/syntax/editor-lines.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';
import { lineIndex } from '../../server/src/text/line-index.ts';

const chunk = fc.constantFrom('[Unit]\n', 'A=b\n', 'A=b\r\n', 'A=b\\\n', '\n', '\r', '\0', 'A', '\ufeff');
const text = fc
  .tuple(fc.array(chunk, { maxLength: 20 }), fc.constantFrom(1, 1, 20))
  .map(([parts, times]) => parts.join('').repeat(times));

test('the lines of a tree, kept block by block, are those of its text', () => {
  fc.assert(
    fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (start, inserted, at) => {
      const before = parse(start);
      editorLines(before);
      const place = Math.floor(at * start.length);
      const after = start.slice(0, place) + inserted + start.slice(place);
      const lines = editorLines(reparse(after, before));
      const anew = lineIndex(after);
      expect(lines.lineCount).toBe(anew.lineCount);
      for (let offset = -1; offset <= after.length + 1; offset++) {
        const position = anew.positionAt(offset);
        expect(lines.positionAt(offset)).toEqual(position);
        expect(lines.offsetAt(position)).toBe(anew.offsetAt(position));
        expect(lines.columnAt(offset, position.line)).toBe(anew.columnAt(offset, position.line));
      }
      for (let line = -1; line <= anew.lineCount + 1; line++) expect(lines.lineStart(line)).toBe(anew.lineStart(line));
      const far = { line: anew.lineCount - 1, character: 1e6 };
      expect(lines.offsetAt(far)).toBe(anew.offsetAt(far));
    }),
    { numRuns: 200 },
  );
});
