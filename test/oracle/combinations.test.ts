import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { partnersOf, settingsOf } from './combinations.ts';
import { systems } from './systems.ts';
import { type Question, verifyEach } from './verify.ts';

/** Units with settings drawn at random, the same ones in every run. */
function questions(count: number): Question[] {
  const kinds = fc.constantFrom('service', 'service', 'service', 'socket', 'timer', 'path', 'mount', 'automount');
  const unit = kinds.chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      own: fc.array(fc.constantFrom(...settingsOf(kind)), { minLength: 1, maxLength: 7 }),
      general: fc.array(fc.constantFrom(...settingsOf('unit')), { maxLength: 3 }),
      command: fc.boolean(),
    }),
  );
  return fc.sample(unit, { numRuns: count, seed: 42 }).map(({ kind, own, general, command }, i) => {
    const stem = `combination${i}`;
    const section = kind[0]!.toUpperCase() + kind.slice(1);
    const first = kind === 'service' && command ? ['ExecStart=/bin/true'] : [];
    const lines = ['[Unit]', ...general, `[${section}]`, ...first, ...own].map((line) => line.replaceAll('ID', stem));
    return { name: `${stem}.${kind}`, text: `${lines.join('\n')}\n`, partners: partnersOf(kind, stem) };
  });
}

/** `refused`, or what is complained of: lines, and whether the unit as a whole. */
function summary(refused: boolean, lines: ReadonlySet<number>, whole: boolean): string {
  return refused ? 'refused' : `lines ${[...lines].sort((a, b) => a - b).join(' ')}${whole ? ', the whole' : ''}`;
}

describe.each(releases)('combinations of settings, systemd %s', (version) => {
  test.runIf(systems().has(version))(
    `are judged alike (needs systemd ${version}: test/oracle/chroots.sh)`,
    () => {
      const asked = questions(600);
      const verdicts = verifyEach({ version }, asked);
      const differences = asked.flatMap(({ name, text }, i) => {
        const { refused, messages } = verdicts[i]!;
        const said = messages.filter(({ level, environment }) => level <= 4 && !environment);
        const lines = new Set(said.flatMap(({ line }) => line ?? []));
        const found = checkUnitText(text, { path: `/etc/systemd/system/${name}`, version }).filter(
          ({ severity }) => severity === 'error' || severity === 'warning',
        );
        const ours = summary(
          found.some(({ severity }) => severity === 'error'),
          new Set(found.map(({ line }) => line).filter((line) => lines.has(line))),
          found.some(({ line }) => !lines.has(line)),
        );
        const theirs = summary(
          refused,
          lines,
          said.some(({ line }) => line === undefined),
        );
        return ours === theirs ? [] : [{ text, ours, theirs, said: said.map((message) => message.text) }];
      });
      expect(differences).toEqual([]);
    },
    120_000,
  );
});
