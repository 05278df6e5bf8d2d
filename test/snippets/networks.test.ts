import { expect, it } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { programSamples } from './network-templates.ts';

it('there is something for each kind of file', () =>
  expect([...new Set(programSamples.map(({ kind }) => kind))]).toEqual([
    'network',
    'netdev',
    'link',
    'nspawn',
    'repart',
    'transfer',
    'dnssd',
  ]));

it.each(programSamples)('our own check has nothing to say about $title', ({ path, text }) => {
  for (const version of [252, 257, 262]) expect(checkUnitText(text, { path, version })).toEqual([]);
});
