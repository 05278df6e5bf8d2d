import { describe, expect, test } from 'vitest';
import { podmanName } from '../../../server/src/schema/podman.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { seeded } from '../../mutation/random.ts';
import { systems } from '../systems.ts';
import { verifyEach } from '../verify.ts';
import { BASES, type Base, EDITS } from './mutants.ts';
import { askQuadlet, type Podman, podmans } from './podman.ts';
import { PARTNERS } from './trees.ts';

/** Another seed makes other mutants: `QUADLET_SEED=7`. */
const seed = Number(process.env.QUADLET_SEED ?? 1);
const ROUNDS = 4;
const FOLDER = '/etc/containers/systemd/';

interface Verdict {
  readonly file: Base;
  /** What Podman or systemd says, in their words; and the lines of [Service] that the service does not have. */
  readonly theirs: readonly string[];
  /** Errors and warnings of ours. */
  readonly ours: readonly string[];
}

/** What is said of the machine, or of sections that are not for systemd. */
const ASIDE =
  /is not executable|No such file|network-online|Unknown section 'Quadlet'|Unit (?:data-volume|lan-network|group-pod)\.service not found/;

interface Programs {
  /** That of systemd. */
  readonly version: number;
  readonly podman: Podman;
}

/** Files that a Podman takes without a word: since 5.5 names of Quadlet files in dependencies, since 5.6 Policy=, since 5.7 artifacts. */
function basesFor({ version }: Podman): readonly Base[] {
  const known = (text: string): string => {
    const named = version >= 505 ? text : text.replace(/^After=.*(?:\.volume|\.network).*$/m, 'After=network.target');
    return version >= 506 ? named : named.replace(/^Policy=.*\n/m, '');
  };
  return BASES.filter(({ name }) => version >= 507 || !name.endsWith('.artifact')).map(({ name, text }) => ({
    name,
    text: known(text),
  }));
}

function judged(files: readonly Base[], { version, podman }: Programs): Verdict[] {
  const trees = files.map(({ name, text }) => ({ ...PARTNERS, [name]: text }));
  const { answers } = askQuadlet(podman, trees);
  const partners = new Set(askQuadlet(podman, [PARTNERS]).answers[0]!.units.keys());
  const made = answers.flatMap(({ units }, index) =>
    [...units]
      .filter(([name]) => !partners.has(name))
      .map(([name, text]) => ({ index, name: `q${index}-${name}`, text })),
  );
  const verified = verifyEach({ version }, made);
  return files.map((file, index) => {
    const refused = answers[index]!.messages.filter((line) => /converting|error loading|escape char/.test(line));
    const said = made.flatMap((unit, at) =>
      unit.index === index ? verified[at]!.messages.map(({ text }) => text).filter((text) => !ASIDE.test(text)) : [],
    );
    const texts = made.flatMap((unit) => (unit.index === index ? [unit.text] : []));
    const replaced =
      refused.length === 0 ? serviceLines(file.text).filter((line) => !texts.join('').includes(`${line}\n`)) : [];
    const among = Object.entries(trees[index]!).map(([name, text]) => ({ path: FOLDER + name, text }));
    const found = checkText(file.text, {
      path: FOLDER + file.name,
      version,
      podman: podman.version,
      around: { among: { files: among, areAll: true } },
    });
    const ours = found
      // What podman refuses when a service is started is asked in create.test.ts.
      .filter(({ severity, rule }) => (severity === 'error' || severity === 'warning') && rule !== 'quadlet-run')
      .map(({ rule, message }) => `${rule}: ${message}`);
    return { file, theirs: [...refused, ...said, ...replaced], ours };
  });
}

/** The assignments of the last section, if that is the service. */
const serviceLines = (text: string): string[] =>
  (/^\[Service\]\n([^[]*)/m.exec(text)?.[1] ?? '').split('\n').filter((line) => /^\w+=/.test(line));

function measure({ version, podman }: Programs): void {
  const bases = basesFor(podman);
  test('files without a fault', () =>
    expect(
      judged(bases, { version, podman }).filter(({ theirs, ours }) => theirs.length > 0 || ours.length > 0),
    ).toEqual([]));

  test('single faults are found, and nothing else is', () => {
    const random = seeded(seed);
    const mutants = Object.values(EDITS).flatMap((edit) =>
      bases.flatMap(({ name, text }) => Array.from({ length: ROUNDS }, () => ({ name, text: edit(text, random) }))),
    );
    const changed = mutants.filter(({ name, text }) => bases.some((base) => base.name === name && base.text !== text));
    const verdicts = judged(changed, { version, podman });
    const faulty = verdicts.filter(({ theirs }) => theirs.length > 0);
    const missed = faulty.filter(({ ours }) => ours.length === 0);
    const falseAlarms = verdicts.filter(({ theirs, ours }) => theirs.length === 0 && ours.length > 0);
    const share = ((1 - missed.length / faulty.length) * 100).toFixed(2);
    console.info(
      `systemd ${version}, podman ${podmanName(podman.version)}, seed ${seed}: ${verdicts.length} mutants, ${faulty.length} faulty, ${share} % found, ${falseAlarms.length} false alarms`,
    );
    expect(falseAlarms.slice(0, 5)).toEqual([]);
    expect(missed.slice(0, 5)).toEqual([]);
  });
}

if (podmans().length === 0)
  test('Podman is here', (context) => context.skip('no Quadlet on this machine; test/oracle/chroots.sh fetches it'));
else
  describe.each(
    podmans().flatMap((podman) =>
      [...systems().keys()]
        .sort()
        .slice(-2)
        .map((version) => [podmanName(podman.version), version, podman] as const),
    ),
  )('Podman %s and systemd %s', (_, version, podman) => measure({ version, podman }));
