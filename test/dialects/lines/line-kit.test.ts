import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDialects } from '../../../server/src/dialects/lines/index.ts';
import { lineRulePages } from '../../../server/src/dialects/lines/rule-pages.ts';
import { applyEdits } from '../../../server/src/features/code-actions.ts';
import { createDocument, type Document } from '../../../server/src/features/document.ts';
import { featuresOf } from '../../../server/src/features/features-of.ts';
import { NEWEST_VERSION } from '../../../server/src/schema/versions.ts';
import { cutLines } from '../../../server/src/syntax/cut-lines.ts';
import { atOnce } from '../../../server/src/text/time-slices.ts';
import { testEnvironment } from '../../features/environment.ts';

const character = fc.constantFrom(...'duLfwgmr-+!~:%/\\"\'# \t\n\r\0=,ax01é'.split(''));
const anyText = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''));
const field = fc.constantFrom(
  'd',
  'f+',
  'u',
  '/run/a',
  '"/a b"',
  '-',
  '0755',
  'root',
  '10d',
  'a\\x20b',
  '%t/x',
  "'q r'",
  'text # x',
  ' ',
);
const blanks = fc.constantFrom(' ', '  ', '\t', '   ');
const line = fc
  .tuple(fc.constantFrom('', ' ', '\t'), fc.array(fc.tuple(field, blanks), { maxLength: 9 }))
  .map(([lead, fields]) => lead + fields.map(([text, blank]) => text + blank).join(''));
const file = fc
  .array(fc.oneof(line, line, anyText, fc.constantFrom('', '# c', '  # c')), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** A path of each dialect. */
const paths = lineDialects.map(({ globs }) => globs[0]!.replace('**', '/etc').replace('*', 'web'));

const read = (path: string, text: string, before?: Document): Document =>
  createDocument(text, { path, version: NEWEST_VERSION, before });

/** What the program has of a file. */
const meaning = ({ ofLines }: Document) =>
  ofLines!.lines
    .map(({ line: { content } }) => content)
    .filter(({ kind }) => kind === 'entry')
    .map(({ fields, fault }) => [fault?.message, ...fields.map(({ name, text }) => `${name} ${text}`)]);

test('lines cover the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const cut of cutLines(text, (so) => so.endsWith('\\'))) {
        expect(cut.start).toBe(end);
        end = cut.end;
      }
      expect(end).toBe(text.length);
    }),
  );
});

test('every path of a dialect is one of its files', () => {
  for (const [index, path] of paths.entries()) expect(read(path, '').ofLines?.dialect.id).toBe(lineDialects[index]!.id);
});

describe.each(paths)('%s', (path) => {
  test('formatting changes nothing that the program reads, and twice is once', () => {
    fc.assert(
      fc.property(file, (text) => {
        const document = read(path, text);
        const after = applyEdits(text, featuresOf(document).format(document));
        const formatted = read(path, after);
        expect(meaning(formatted)).toEqual(meaning(document));
        expect(applyEdits(after, featuresOf(formatted).format(formatted))).toBe(after);
      }),
    );
  });

  test('after an edit everything is said as of a fresh text', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        const fresh = read(path, after).ofLines!.lines;
        const edited = read(path, after, read(path, before)).ofLines!.lines;
        expect(edited).toEqual(fresh);
      }),
    );
  });

  test('whatever is written, every feature answers at every place, within the text', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), async (text, at) => {
        const document = read(path, text);
        const features = featuresOf(document);
        const offset = at % (text.length + 1);
        const lines = { among: { files: [{ path, text }], areAll: false }, all: () => [{ path, text }] };
        const environment = testEnvironment({ lines });
        const hovered = await features.hover(document, offset, environment);
        if (hovered) expect(hovered.start <= offset && offset <= hovered.end).toBe(true);
        for (const { span } of await features.completion(document, offset, environment))
          expect(0 <= span.start && span.start <= offset && offset <= span.end).toBe(true);
        features.signatureHelp(document, offset);
        for (const { span } of features.symbols(document)) expect(span.end).toBeLessThanOrEqual(text.length);
        features.folds(document);
        features.definition(document, offset, environment);
        const named = features.references(document, offset, { environment, withDeclaration: true });
        if ('next' in named) atOnce(named);
        for (const { start, end } of features.selection(document, offset))
          expect(start <= offset && offset <= end).toBe(true);
        for (const { line: own } of document.ofLines!.lines)
          for (const { start, end, rule } of own.problems) {
            expect(0 <= start && start <= end && end <= own.text.length).toBe(true);
            expect(lineRulePages.map(({ id }) => id)).toContain(rule);
          }
      }),
    );
  });
});
