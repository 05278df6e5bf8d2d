import { expect, test } from 'vitest';
import type { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { createDocument } from '../../server/src/features/document.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import type { allDirectives } from '../../server/src/units/unit-directives.ts';
import type { Directive, ValueContext } from '../../server/src/values/value-type.ts';
import { isSuperlinear, LENGTHS, ofWholeParts, shapes } from './shapes.ts';
import { countedEngine, stepsOf } from './steps.ts';

interface Engine {
  readonly createDocument: typeof createDocument;
  readonly diagnostics: typeof diagnostics;
  readonly allDirectives: typeof allDirectives;
}

const engine = await countedEngine<Engine>(`
export { createDocument } from './server/src/features/document.ts';
export { diagnostics } from './server/src/features/diagnostics.ts';
export { allDirectives } from './server/src/units/unit-directives.ts';
`);

const VERSION = NEWEST_VERSION;
const KINDS: Readonly<Record<string, string>> = { Unit: 'service', Install: 'service' };

type Work = (text: string) => unknown;

/** All that is asked of a value, each at the places where the cursor may be. */
function worksOn(directive: Directive): Readonly<Record<string, Work>> {
  const { section, key } = directive;
  const kind = KINDS[section] ?? section.toLowerCase();
  const path = `/etc/systemd/system/x@y.${kind}`;
  const unit = parseUnitName(`x@y.${kind}`);
  const context = { directive, version: VERSION, manager: 'system', kind, unit } as ValueContext;
  const type = directive.valueType;
  const judge: Work = (text) =>
    engine.diagnostics(engine.createDocument(`[${section}]\n${key}=${text}\n`, { path, version: VERSION }));
  return {
    check: (text) => type?.check(text, context),
    judge,
    'complete in the middle': (text) => type?.complete?.(text, text.length >> 1, context),
    'complete at the end': (text) => type?.complete?.(text, text.length, context),
    describe: (text) => type?.describe?.(text, text.length >> 1, context),
    'describe at the end': (text) => type?.describe?.(text, text.length, context),
    references: (text) => type?.references?.(text, context),
    signature: (text) => type?.signature?.(context)?.active(text, text.length),
  };
}

/** One directive for each parser; of conditions all, since each has words of its own. */
function directivesByParser(): Directive[] {
  const found = new Map<string, Directive>();
  for (const directive of engine.allDirectives()) {
    const { parser, key, to } = directive;
    const name = parser.startsWith('config_parse_unit_condition') ? key.replace('Assert', 'Condition') : parser;
    if (to >= VERSION && !found.has(name)) found.set(name, directive);
  }
  return [...found.values()];
}

test('the counter sees what grows too fast, in our own code and in what is built in', async () => {
  const twice = (text: string) => [...text].map((_, i) => text.slice(i).split('b').length);
  const steps: number[] = [];
  for (const length of [400, 4000]) steps.push(await stepsOf(() => twice('a'.repeat(length))));
  expect(isSuperlinear(steps)).toBe(true);
});

test.each(directivesByParser().map((directive) => [directive.key, directive] as const))(
  'no value of %s= takes more steps than its length',
  async (_, directive) => {
    const tooMany: string[] = [];
    for (const [name, work] of Object.entries(worksOn(directive))) {
      for (const shape of shapes) {
        // Lines that go on are for requests: a value type sees them joined.
        if (shape.name.includes('\\\\\\n')) continue;
        const steps: number[] = [];
        for (const length of LENGTHS) {
          const text = ofWholeParts(shape, length);
          steps.push(await stepsOf(() => work(text)));
        }
        if (isSuperlinear(steps)) tooMany.push(`${name}, made of ${shape.name}: ${steps.join(', ')}`);
      }
    }
    expect(tooMany).toEqual([]);
  },
  3_600_000,
);
