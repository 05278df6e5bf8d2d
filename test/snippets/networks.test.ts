import { expect, it } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { networkSamples } from './network-templates.ts';

it('there is something for networks, devices, links and containers', () =>
  expect([...new Set(networkSamples.map(({ kind }) => kind))]).toEqual(['network', 'netdev', 'link', 'nspawn']));

it.each(networkSamples)('our own check has nothing to say about $title', ({ path, text }) => {
  for (const version of [252, 257, 262]) expect(checkUnitText(text, { path, version })).toEqual([]);
});
