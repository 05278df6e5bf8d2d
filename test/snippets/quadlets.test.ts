import { describe, expect, it } from 'vitest';
import { checkText } from '../../server/src/service/check.ts';
import { quadletSamples, withPartners } from './quadlet-templates.ts';

const FOLDER = '/etc/containers/systemd/';

it('there is something for every kind of Quadlet file', () =>
  expect([...new Set(quadletSamples.map(({ name }) => name))].sort()).toEqual([
    'app.artifact',
    'app.build',
    'app.container',
    'app.image',
    'app.kube',
    'app.network',
    'app.pod',
    'app.volume',
    'app@.container',
  ]));

it('each has a name of its own', () =>
  expect(new Set(quadletSamples.map(({ title }) => title)).size).toBe(quadletSamples.length));

it('a template begins with what is for its instances', () =>
  expect(quadletSamples.find(({ name }) => name === 'app@.container')?.text).toContain('ContainerName=app-%i'));

describe.each([504, 508])('our own check has nothing to say for Podman %i', (podman) => {
  it.each(quadletSamples.filter(({ name }) => podman >= 507 || name !== 'app.artifact'))('$title', (sample) => {
    const files = Object.entries(withPartners(sample)).map(([name, text]) => ({ path: FOLDER + name, text }));
    const around = { among: { files, areAll: true } };
    expect(checkText(sample.text, { path: FOLDER + sample.name, podman, around })).toEqual([]);
  });
});
