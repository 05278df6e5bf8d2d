import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiding, networksFor } from '../../server/src/dialects/networkd/networks/match.ts';
import { networksAmong } from '../../server/src/dialects/networkd/networks/networks.ts';
import type { FilesAmong } from '../../server/src/engine/dialect.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { eachSystem } from './each-system.ts';
import { absence } from './programs/ask.ts';
import { askNetworks, type NetworkQuestion } from './programs/networks.ts';

const ETC = '/etc/systemd/network/';
const USR = '/usr/lib/systemd/network/';

/** Bridges are what every kernel can make. */
const bridges = ['br0', 'br1', 'br10', 'lan0', 'lan1', 'wan', 'x'];
const making = Object.fromEntries(
  bridges.map((name) => [`${ETC}10-${name}.netdev`, `[NetDev]\nName=${name}\nKind=bridge\n`]),
);
const REST = '[Network]\nLinkLocalAddressing=no\n';

const glob = fc.constantFrom(
  'br*',
  'br?',
  'br0',
  'br1',
  'br10',
  'lan*',
  'lan[01]',
  'l*n?',
  '*0',
  '*1*',
  'wan',
  'x',
  '*',
  '[!b]*',
);
const names = fc
  .tuple(fc.boolean(), fc.array(glob, { minLength: 1, maxLength: 3 }))
  .map(([isNegated, words]) => `${isNegated ? '!' : ''}${words.join(' ')}`);
const match = fc.oneof(
  { weight: 6, arbitrary: names.map((value) => `Name=${value}\n`) },
  { weight: 1, arbitrary: fc.tuple(names, names).map(([one, other]) => `Name=${one}\nName=${other}\n`) },
  { weight: 1, arbitrary: names.map((value) => `Name=x\nName=\nName=${value}\n`) },
  { weight: 2, arbitrary: names.map((value) => `Kind=bridge\nName=${value}\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Kind=vlan\n', 'Kind=!bridge\n', 'Type=wlan loopback\n', 'Type=[be]*\n', 'Kind=b*\n'),
  },
);
const path = fc
  .tuple(fc.constantFrom(ETC, USR), fc.constantFrom('20-a', '20-b', '30-c', '5-d', 'e', '40-F'))
  .map(([folder, name]) => folder + name);
const text = fc.oneof(
  { weight: 9, arbitrary: match.map((each) => `[Match]\n${each}\n`) },
  { weight: 1, arbitrary: fc.constant(null) },
);
/** Files of both kinds with the same sections, masks among them, and one behind all that takes what is left. */
const question = fc.dictionary(path, text, { minKeys: 2, maxKeys: 9 }).map((files): NetworkQuestion => {
  const told = Object.entries(files).flatMap(([at, each]) => [
    [`${at}.network`, each && `${each}${REST}`],
    [`${at}.link`, each && `${each.replaceAll('Name=', 'OriginalName=')}[Link]\nDescription=x\n`],
  ]);
  const last = {
    [`${ETC}zz.network`]: `[Match]\nName=*\n${REST}`,
    [`${ETC}zz.link`]: '[Match]\nOriginalName=*\n[Link]\nDescription=x\n',
  };
  return { ...making, ...Object.fromEntries(told), ...last };
});

const amongOf = (files: NetworkQuestion): FilesAmong => ({
  files: Object.entries(files).map(([at, each]) => ({ path: at, text: each ?? '' })),
  areAll: true,
});

eachSystem((version) => {
  const reason = absence({ version, kind: 'network' });

  test('for each interface networkd and udev take the file that we say', (context) => {
    if (reason !== undefined) return context.skip(reason);
    const questions = fc.sample(question, { numRuns: 12, seed: version });
    for (const files of questions) {
      const networks = networksAmong(amongOf(files), version);
      const answer = askNetworks(version, files, bridges);
      expect(
        Object.keys(answer.networks)
          .filter((name) => bridges.includes(name))
          .sort(),
      ).toEqual([...bridges].sort());
      for (const name of bridges) {
        const ours = networksFor(networks.loaded('network'), { name, kind: 'bridge' });
        expect({ files, name, path: ours.at(-1)?.loaded.fragment.path }).toEqual({
          files,
          name,
          path: answer.networks[name],
        });
        expect(ours.map(({ isCertain }) => isCertain)).toEqual([true]);
      }
      const hidden = networks.loaded('network').filter((each) => hiding(networks.loaded('network'), each));
      for (const { fragment } of hidden) expect(Object.values(answer.networks)).not.toContain(fragment.path);
      const links = networks.loaded('link');
      const unused = links.filter((each) => hiding(links, each)).map(({ fragment }) => fragment.path);
      for (const taken of Object.values(answer.links)) expect(unused).not.toContain(taken);
      expect(Object.keys(answer.links).sort()).toEqual([...bridges].sort());
    }
  });

  test('networkd complains of the devices and names that we warn of', (context) => {
    if (reason !== undefined) return context.skip(reason);
    const files: Record<string, string> = {
      ...making,
      [`${ETC}20-br0.netdev`]: '[NetDev]\nName=br0\nKind=bridge\n',
      [`${ETC}30-a.network`]: '[Match]\nName=x\n[Network]\nBridge=nope\n',
      [`${ETC}30-b.network`]: '[Match]\nName=wan\n[Network]\nVLAN=br0\n',
      [`${ETC}30-c.network`]: '[Match]\nName=lan0\n[Network]\nBridge=br1\n',
      [`${ETC}zz.network`]: `[Match]\nName=*\n${REST}`,
    };
    const { complaints } = askNetworks(version, files, bridges);
    const among = amongOf(files);
    const ours = Object.entries(files).flatMap(([at, each]) =>
      checkUnitText(each, { path: at, version, around: { among } }).map(
        ({ severity, code }) => `${at} ${severity} ${code}`,
      ),
    );
    const isTold = (pattern: RegExp): boolean => complaints.some((complaint) => pattern.test(complaint));
    expect(ours.filter((each) => !each.endsWith('match-hidden')).sort()).toEqual([
      `${ETC}20-br0.netdev warning netdev-name-taken`,
      `${ETC}30-a.network warning netdev-unknown`,
      `${ETC}30-b.network warning netdev-unknown`,
    ]);
    expect(isTold(/already configured by .*10-br0\.netdev.*20-br0\.netdev/)).toBe(true);
    expect(isTold(/30-a\.network: nope NetDev could not be found/)).toBe(true);
    expect(isTold(/30-b\.network: NetDev br0 is not a vlan/)).toBe(true);
    expect(isTold(/30-c\.network/)).toBe(false);
  });

  test('networkd has nothing to say about the networks of the examples', (context) => {
    if (reason !== undefined) return context.skip(reason);
    const folder = 'examples/networks';
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [`${ETC}${name}`, readFileSync(`${folder}/${name}`, 'utf8')]),
    );
    const { complaints } = askNetworks(version, files, ['br0']);
    expect(complaints.filter((complaint) => complaint.includes(ETC) && !/wg0\.(?:key|netdev)/.test(complaint))).toEqual(
      [],
    );
  });
}, 252);
