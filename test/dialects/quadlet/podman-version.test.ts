import { describe, expect, test } from 'vitest';
import { quadletRulePages } from '../../../server/src/dialects/quadlet/rules/pages.ts';
import { podmanVersion } from '../../../server/src/schema/podman.ts';
import { readTargets } from '../../../server/src/schema/targets.ts';
import { checkText } from '../../../server/src/service/check.ts';

const FOLDER = '/etc/containers/systemd/';
const IMAGE = '[Container]\nImage=quay.io/x/web:1\n';

/** `line rule: message` of errors and warnings. */
function told(name: string, text: string, options: { podman?: string; targets?: readonly string[] }): string[] {
  const read = readTargets(options.targets ?? []);
  if ('problem' in read) throw new Error(read.problem);
  const podman = options.podman === undefined ? undefined : podmanVersion(options.podman);
  return checkText(text, { path: FOLDER + name, version: 257, targets: read.targets, podman })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ start, rule, message }) => `${text.slice(0, start).split('\n').length} ${rule}: ${message}`);
}

describe('a key that the Podman of the target does not have', () => {
  const text = `${IMAGE}HealthLogDestination=local\n`;
  test.each([
    [
      '5.2',
      [
        '3 quadlet-too-new: HealthLogDestination= exists since Podman 5.3; the target has Podman 5.2, which does not generate a service from this file.',
      ],
    ],
    ['5.3', []],
    ['5.8', []],
    [undefined, []],
  ])('%s', (podman, expected) => expect(told('a.container', text, { ...(podman && { podman }) })).toEqual(expected));

  test('in a drop-in', () =>
    expect(told('a.container.d/x.conf', '[Container]\nMemory=1g\n', { podman: '5.4' })[0]).toContain(
      'the file this drop-in belongs to',
    ));

  test('is judged by each of several targets', () => {
    expect(told('a.container', text, { targets: ['ubuntu24.04', 'debian13'] })).toEqual([
      '3 quadlet-too-new: HealthLogDestination= exists since Podman 5.3; Ubuntu 24.04 (Podman 4.9) does not generate a service from this file.',
    ]);
  });

  test('what holds for all of them is said once', () => {
    const targets = ['ubuntu24.04', 'debian13', 'debian-sid'];
    expect(told('a.container', '[Container]\nExec=x\n', { targets })).toHaveLength(1);
    expect(told('a.container', `${IMAGE}Imgae=x\n`, { targets })).toHaveLength(1);
  });

  test('the example of the documentation', () =>
    expect(told('a.container', quadletRulePages.tooNew.docs.bad, { podman: '4.9' })[0]).toContain('quadlet-too-new'));
});

describe('a file that the Podman of the target does not look at', () => {
  test('before Quadlet, which is said once, and nothing else is', () =>
    expect(
      told('a.container', '[Container]\nImgae=x\nReadOnly=perhaps\n[Service]\nType=simple\nNice=many\n', {
        podman: '4.3',
      }),
    ).toEqual([
      '1 quadlet-too-new: Quadlet exists since Podman 4.4; the target has Podman 4.3, which does not generate a service from this file.',
    ]));
  test('of one of several targets', () =>
    expect(told('a.container', IMAGE, { targets: ['debian12', 'debian13'] })).toEqual([
      '1 quadlet-too-new: Quadlet exists since Podman 4.4; Debian 12 (Podman 4.3) does not generate a service from this file.',
    ]));
  test.each([
    ['a.image', '[Image]\nImage=x\n', '4.7', '4.8'],
    ['a.pod', '[Pod]\n', '4.9', '5.0'],
    ['a.build', '[Build]\nImageTag=x\nSetWorkingDirectory=unit\n', '5.1', '5.2'],
    ['a.artifact', '[Artifact]\nArtifact=x\n', '5.6', '5.7'],
  ])('%s', (name, text, before, since) => {
    expect(told(name, text, { podman: before })).toEqual([
      expect.stringContaining(`file exists since Podman ${since}; the target has Podman ${before}`),
    ]);
    expect(told(name, text, { podman: since })).toEqual([]);
  });
});

test('a unit is the same whatever the Podman', () =>
  expect(checkText('[Service]\nExecStart=/bin/true\n', { path: '/etc/systemd/system/a.service', podman: 403 })).toEqual(
    [],
  ));

test('distributions with one systemd and two Podmans are told apart in Quadlet files only', () => {
  const targets = ['debian13', 'ubuntu25.04', 'fedora40'];
  expect(told('a.container', `${IMAGE}Memory=1g\n`, { targets })[0]).toContain('Memory= exists since Podman');
});

test('names of Quadlet files in dependencies are those of their services since Podman 5.5', () => {
  const text = `[Unit]\nAfter=data.volume network.target\n${IMAGE}`;
  expect(told('a.container', text, { podman: '5.5' })).toEqual([]);
  expect(told('a.container', text, { podman: '5.4' })).toEqual([
    '2 unit-name-invalid: Names of Quadlet files stand for their services since Podman 5.5; the target has Podman 5.4, which leaves "data.volume" to systemd, which ignores it. Write data-volume.service.',
  ]);
});
