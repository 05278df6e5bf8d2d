import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { podmanName } from '../../../server/src/schema/podman.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { type Random, seeded } from '../../mutation/random.ts';
import { askCreate, canCreate, fileWith, optionsOf } from './create.ts';
import { type Podman, podmans } from './podman.ts';

/** Another seed makes other mutants and takes other lines: `QUADLET_SEED=7`. */
const seed = Number(process.env.QUADLET_SEED ?? 1);

const LINES = readFileSync(new URL('./create-values.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replaceAll('\\n', '\n'));

/** What depends on the machine: what there is of files, networks, secrets, users, time zones. */
const OF_MACHINE =
  /no secret with|no container with|network not found|Cannot find mappings|not enabled on this system|no such file|permission denied|not a directory|no file paths|subuid ranges|pasta networking|rootless|at least one UID|time ?zone|invalid location|is a directory|subordinate|no free/;

const MARKS = 'a0:,=-/. 1x';

/** A slip of the hand in a value. */
function slip(line: string, { below, pick }: Random): string {
  const from = line.indexOf('=') + 1;
  const at = from + below(line.length - from + 1);
  const mark = pick(MARKS.split(''));
  switch (below(3)) {
    case 0:
      return line.slice(0, at) + mark + line.slice(at);
    case 1:
      return line.slice(0, at) + line.slice(at + 1);
    default:
      return line.slice(0, at) + mark + line.slice(at + 1);
  }
}

/** A quarter of the lines as they are, and others with a slip: as many as a run has time for. */
function questions(): string[] {
  const random = seeded(seed);
  const asked = LINES.filter(() => random.below(4) === 0);
  const mutants = Array.from({ length: 250 }, () => slip(random.pick(LINES), random));
  return [...new Set([...asked, ...mutants])];
}

interface Verdict {
  readonly line: string;
  readonly theirs: string | undefined;
  readonly ours: readonly string[];
}

function judged(podman: Podman, lines: readonly string[]): Verdict[] {
  const asked = lines.flatMap((line) => {
    const options = optionsOf(fileWith(line), podman.version);
    return options ? [{ line, options }] : [];
  });
  const answers = askCreate(
    podman,
    asked.map(({ options }) => options),
  );
  return asked.map(({ line }, index) => {
    const found = checkText(fileWith(line), {
      path: '/etc/containers/systemd/a.container',
      version: 257,
      podman: podman.version,
    });
    const ours = found.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    return { line, theirs: answers[index], ours };
  });
}

const asking = podmans().filter(canCreate);

if (asking.length === 0)
  test('Podman is here', (context) => context.skip('no Podman on this machine; test/oracle/chroots.sh fetches it'));
else
  describe.each(asking.map((podman) => [podmanName(podman.version), podman] as const))('Podman %s', (name, podman) => {
    test('refuses the values that we say it refuses', () => {
      const verdicts = judged(podman, questions()).filter(({ theirs }) => !OF_MACHINE.test(theirs ?? ''));
      const refused = verdicts.filter(({ theirs }) => theirs !== undefined);
      const missed = refused.filter(({ ours }) => ours.length === 0);
      const falseAlarms = verdicts.filter(({ theirs, ours }) => theirs === undefined && ours.length > 0);
      const share = ((1 - missed.length / refused.length) * 100).toFixed(2);
      console.info(
        `podman ${name}, seed ${seed}: ${verdicts.length} values, ${refused.length} refused, ${share} % found, ${falseAlarms.length} false alarms`,
      );
      expect(falseAlarms.slice(0, 5)).toEqual([]);
      expect(missed.length / refused.length, JSON.stringify(missed.slice(0, 5), undefined, 1)).toBeLessThan(0.02);
    });
  });
