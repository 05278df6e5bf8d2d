import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/dialects/rules.ts';
import { contextOf } from '../../server/src/engine/judged-file.ts';
import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { touches } from '../../server/src/text/span.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import type { Directive, Reference, ValueContext, ValueType } from '../../server/src/values/value-type.ts';

interface Subject {
  readonly directive: Directive;
  readonly type: ValueType;
  readonly context: ValueContext;
}

/** One directive of every parser, in the newest version that has it. */
const subjects: readonly Subject[] = [...new Map(allDirectives().map((each) => [each.parser, each])).values()].flatMap(
  (directive) => {
    const type = directive.valueType;
    const suffix = ['Unit', 'Install'].includes(directive.section) ? 'service' : directive.section.toLowerCase();
    const kind = fileKindOfPath(`/etc/systemd/system/a@b.${suffix}`);
    if (!type || !kind) return [];
    return [{ directive, type, context: contextOf(directive, kind, Math.min(directive.to, NEWEST_VERSION)) }];
  },
);

const severities = new Map(allRules.map(({ id, docs }) => [id, docs.severities]));

/** What values are made of, so that the random ones come near to meaning something. */
const crumbs = (
  'yes no infinity 5 0 -1 0x10 99999999999999999999 5min 1.5s 50% 10‰ 1G 1G512M 1K 0-3 3-0 SIGTERM SIGRTMIN+3 EPERM ' +
  'Mon..Fri *-*-* *:0/15 ~03 UTC Europe/Berlin daily /a/b ../c // a.service b@.socket %i %% %Z % $HOME $X AF_INET ' +
  '[::1]:80 10.0.0.0/8 any tcp ipv4 @system-service read:5 cap_chown private: a:b:c =x A=b -/bin/x @x !! + | ~ ! " \' ' +
  '\\ \\x41 \\s \\q \\ ; , : / = \t é 😀 \u00a0 \u0001 none :: ,, .. -- ~~ %%% "" \'\''
).split(' ');

const value = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...crumbs) }, fc.string({ maxLength: 6, unit: 'binary' })), {
    maxLength: 8,
  })
  .chain((parts) => fc.constantFrom(' ', '', ':', ',', '-').map((glue) => parts.join(glue)));

const isWithin = (start: number, end: number, text: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;

describe('every value type, whatever it is given', () => {
  test.each(subjects.map((subject) => [subject.directive.parser, subject] as const))('%s', (_, { type, context }) => {
    fc.assert(
      fc.property(value, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        for (const problem of type.check(text, context)) {
          expect(
            isWithin(problem.start, problem.end, text),
            `${JSON.stringify(text)}: ${JSON.stringify(problem)}`,
          ).toBe(true);
          expect(problem.message.length).toBeGreaterThan(0);
          expect(severities.get(problem.rule), `${problem.rule} in server/src/rules/value-rules.ts`).toContain(
            problem.severity,
          );
        }
        const spans = [
          type.complete?.(text, offset, context),
          type.describe?.(text, offset, context),
          ...(type.references?.(text, context) ?? []),
        ];
        for (const span of spans)
          if (span) expect(isWithin(span.start, span.end, text), JSON.stringify([text, span])).toBe(true);
        type.signature?.(context)?.active(text, offset);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a value points to near a place is what it points to there', () => {
  const pointing = subjects.filter(({ type }) => type.references);
  test.each(pointing.map((subject) => [subject.directive.parser, subject] as const))('%s', (_, { type, context }) => {
    fc.assert(
      fc.property(value, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const near = { start: offset, end: offset };
        const at = (found: readonly Reference[]) => found.filter((reference) => touches(reference, near));
        expect(at(type.references!(text, context, near))).toEqual(at(type.references!(text, context)));
      }),
      { numRuns: 100 },
    );
  });
});

/** More than fits on the stack where something is called, or handed over, once for each piece; how the work grows `test/growth` counts. */
const LENGTH = 2 ** 14;
const pieces = ['\\', '"', '%', '/', ',', ':', '5s ', '1-2,', "'a' ", 'A=b '];

describe('a very long line is judged, and is not too much for the stack', () => {
  test.each([...pieces.map((piece) => [piece, LENGTH] as const), ['a', 16 * LENGTH] as const])(
    'of %j',
    (piece, length) => {
      const text = piece.repeat(length / piece.length);
      for (const { type, context } of subjects) {
        expect(type.check(text, context).every(({ start, end }) => isWithin(start, end, text))).toBe(true);
      }
    },
    120_000,
  );
});
