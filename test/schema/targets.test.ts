import { describe, expect, test } from 'vitest';
import { distributions } from '../../server/src/schema/distributions.ts';
import {
  listTargets,
  messageFor,
  readTargets,
  releasesOf,
  type Target,
  targetNotes,
} from '../../server/src/schema/targets.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../../server/src/schema/versions.ts';

function read(...words: string[]): readonly Target[] {
  const found = readTargets(words);
  if ('problem' in found) throw new Error(found.problem);
  return found.targets;
}

function problem(...words: string[]): string {
  const found = readTargets(words);
  return 'problem' in found ? found.problem : `read as ${listTargets(found.targets)}`;
}

describe('targets', () => {
  test.each([
    ['257', 'systemd 257'],
    ['254..257', 'systemd 254 to 257'],
    ['256..257', 'systemd 256 and systemd 257'],
    [`>=${NEWEST_VERSION - 1}`, `systemd ${NEWEST_VERSION - 1} and systemd ${NEWEST_VERSION}`],
    [`>${NEWEST_VERSION - 1}`, `systemd ${NEWEST_VERSION}`],
    [`<=${OLDEST_VERSION}`, `systemd ${OLDEST_VERSION}`],
    ['debian12', 'Debian 12 (252)'],
    ['Debian 12', 'Debian 12 (252)'],
    ['debian-12', 'Debian 12 (252)'],
    ['bookworm', 'Debian 12 (252)'],
    ['ubuntu22.04', 'Ubuntu 22.04 (249)'],
    ['ubuntu22.04.5', 'Ubuntu 22.04 (249)'],
    ['rhel9.4', 'RHEL 9 (252)'],
    ['rocky10', 'Rocky Linux 10 (257)'],
    ['arch', `Arch Linux (${NEWEST_VERSION})`],
    ['al2023', 'Amazon Linux 2023 (252)'],
    ['centos-stream', 'CentOS Stream 9 (252) and CentOS Stream 10 (257)'],
    ['debian13,rhel9, 255', 'RHEL 9 (252), Debian 13 (257) and systemd 255'],
    ['255,255,debian12,bookworm', 'Debian 12 (252) and systemd 255'],
  ])('%s is %s', (word, told) => expect(listTargets(read(word))).toBe(told));

  test.each([
    ['debain12', /^"debain12" is not a target: .*; did you mean debian12\?$/],
    ['ubunutu22.04', /did you mean ubuntu22\.04\?$/],
    ['257..252', /write the older one first, 252\.\.257$/],
    ['25', /^"25" is not a target/],
    ['>=', /is not a target/],
    ['debian99', /^"debian99" is not a target/],
    ['constructor', /is not a target/],
  ])('%s is not one', (word, said) => expect(problem(word)).toMatch(said));

  test('a release that is not known says whose facts are used', () => {
    expect(read('amazonlinux2')).toEqual([{ distribution: 'Amazon Linux 2', wanted: 219, version: OLDEST_VERSION }]);
    expect(targetNotes(read('amazonlinux2', '219', '252'))).toEqual([
      `systemd 219 is not among the versions known here; units are judged as by ${OLDEST_VERSION}, the oldest of them.`,
    ]);
    expect(targetNotes(read(`<=${OLDEST_VERSION}`, `>=${NEWEST_VERSION}`))).toEqual([]);
  });

  test('those with one systemd are judged together, the newest first', () => {
    const found = releasesOf(read('debian12', 'rhel9', 'debian13'));
    expect(found.map(({ version, targets }) => [version, targets.length])).toEqual([
      [257, 1],
      [252, 2],
    ]);
  });

  test('a sentence names eight at most', () => {
    expect(listTargets(read('debian', 'ubuntu'))).toMatch(/, .* and 2 more$/);
  });
});

describe('distributions', () => {
  test('each has a name of its own, a source, and a systemd that is a release', () => {
    const names = distributions.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { id, systemd = NEWEST_VERSION, source, checked = '2026-01-01' } of distributions) {
      expect([id, systemd >= 200 && systemd <= NEWEST_VERSION, source !== '']).toEqual([id, true, true]);
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  test.each(distributions.map(({ id, name, aliases }) => [id, name, aliases]))(
    '%s is found by each of its names',
    (id, name, aliases) => {
      const all = [id, name, ...aliases].map((word) => read(word));
      expect(all.map(([target]) => target?.distribution)).toEqual(all.map(() => name));
    },
  );
});

describe('a message for some of the targets', () => {
  const all = read('rhel9', 'debian13', 'ubuntu24.04');
  const held = (...names: string[]) => all.filter(({ distribution }) => names.includes(distribution!));
  const NEWER = 'X= exists since systemd 256; the target is 252, which ignores it.';
  test.each([
    [NEWER, ['RHEL 9'], 'X= exists since systemd 256; RHEL 9 (252) ignores it.'],
    [NEWER, ['RHEL 9', 'Ubuntu 24.04'], 'X= exists since systemd 256; RHEL 9 (252) and Ubuntu 24.04 (255) ignore it.'],
    [
      'The specifier %D exists since systemd 256; the target is 252; systemd refuses the unit.',
      ['RHEL 9'],
      'The specifier %D exists since systemd 256, later than RHEL 9 (252); systemd refuses the unit.',
    ],
    ['It is wrong.', ['Debian 13'], 'It is wrong. This holds for Debian 13 (257).'],
    ['Is it a "b"', ['Debian 13'], 'Is it a "b". This holds for Debian 13 (257).'],
    ['It is wrong.', ['RHEL 9', 'Debian 13'], 'It is wrong. This holds for all targets but Ubuntu 24.04 (255).'],
    ['It is wrong.', ['RHEL 9', 'Debian 13', 'Ubuntu 24.04'], 'It is wrong.'],
  ])('%s, for %j', (message, names, told) => expect(messageFor(message, { held: held(...names), all })).toBe(told));
});
