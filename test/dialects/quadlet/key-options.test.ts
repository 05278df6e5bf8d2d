import { describe, expect, test } from 'vitest';
import { generate } from '../../../server/src/dialects/quadlet/generator/generate.ts';
import { allQuadletKeys, isKnownKey, type QuadletKey } from '../../../server/src/dialects/quadlet/keys.ts';
import { NEWEST_PODMAN } from '../../../server/src/schema/podman.ts';

/** What each kind needs beside the key that is asked about. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Container: ['Image=x'],
  Pod: [],
  Volume: [],
  Network: ['Subnet=10.0.0.0/24'],
  Kube: ['Yaml=x.yml'],
  Image: ['Image=x'],
  Build: ['ImageTag=x', 'SetWorkingDirectory=unit'],
  Artifact: ['Artifact=x'],
};

/** Values where the usual one would not do, and what a key needs beside it. */
const VALUES: Readonly<Record<string, string>> = {
  'Container.Group': '5\nUser=5',
  RemapUid: '1\nRemapUsers=auto',
  RemapGid: '1\nRemapUsers=auto',
  RemapUidSize: '5\nRemapUsers=auto',
  'Container.ExposeHostPort': '80',
  'Container.Mount': 'type=tmpfs,destination=/x',
  'Container.Pod': 'p.pod',
  'Volume.Type': 'ext4\nDevice=/dev/x',
  'Volume.Options': 'ro\nDevice=/dev/x',
  'Volume.Image': 'x\nDriver=image',
  'Volume.Copy': 'no',
  'Build.File': '/x',
};

function commandWith({ section, key, type }: QuadletKey): string {
  const value =
    VALUES[`${section}.${key}`] ??
    VALUES[key] ??
    (type === 'boolean' ? 'yes' : type === 'uint32' ? '5' : key.startsWith('Remap') ? 'auto' : 'a=b');
  const needed = key === 'Rootfs' ? [] : NEEDED[section]!.filter((line) => !line.startsWith(`${key}=`));
  const text = `[${section}]\n${[...needed, `${key}=${value}`].join('\n')}\n`;
  const { units, refused } = generate({
    files: [{ path: `/q/a.${section.toLowerCase()}`, text }],
    folders: ['/q'],
    podman: NEWEST_PODMAN,
    isUser: false,
    hasDevice: () => true,
    isKnownKey,
    areOthersThere: true,
  });
  expect(refused, text).toEqual([]);
  return units.map((unit) => unit.text).join('');
}

describe('the option of podman that a key is said to become is in the service', () => {
  const keys = allQuadletKeys().filter(({ option }) => option !== undefined);
  test.each(keys.map((key) => [`${key.section}.${key.key}`, key] as const))('%s', (_, key) =>
    expect(commandWith(key)).toContain(key.option === '--volume' ? '-v' : key.option),
  );
});
