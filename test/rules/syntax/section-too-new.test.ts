import { expect, test } from 'vitest';
import { sectionTooNew } from '../../../server/src/rules/syntax/unread-sections.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { ruleTest } from '../rule-test.ts';

const MULTI_QUEUE = '[Match]\nName=lan0\n[ClassfulMultiQueueing]\nParent=root\n';

ruleTest(sectionTooNew, {
  rejected: {
    '[ClassfulMultiQueueing] for 252': [MULTI_QUEUE, [['warning', 'ClassfulMultiQueueing']], { version: 252 }],
    'each header of several': [
      `${MULTI_QUEUE}[BandMultiQueueing]\n[BandMultiQueueing]\nParent=root\n`,
      [
        ['warning', 'ClassfulMultiQueueing'],
        ['warning', 'BandMultiQueueing'],
        ['warning', 'BandMultiQueueing'],
      ],
      { version: 254 },
    ],
  },
  accepted: { '[ClassfulMultiQueueing] for 257': [MULTI_QUEUE, { version: 257 }] },
});

const said = (path: string, text: string, version: number): string[] =>
  checkUnitText(text, { path, version }).map(({ line, severity, code }) => `${line} ${severity} ${code}`);

test.each([
  ['systemd/network/a.network', '[Match]\nName=x\n[IPv6PREF64Prefix]\nPrefix=x\nFoo=\nName=y\n', 252],
  ['systemd/network/a.link', '[Match]\nOriginalName=x\n[EnergyEfficientEthernet]\nEnable=foo\nBar=\n', 257],
  ['systemd/networkd.conf', '[Network]\nSpeedMeter=no\n[DHCPServer]\nPersistLeases=foo\nBar=\n', 254],
])('nothing is said of lines below a header that is too new: %s %j', (path, text, version) => {
  expect(said(`/etc/${path}`, text, version)).toEqual(['3 warning section-too-new']);
});

test('the sentence says since when', () => {
  const [found] = checkUnitText(MULTI_QUEUE, { path: '/etc/systemd/network/a.network', version: 252 });
  expect(found?.message).toBe(
    '[ClassfulMultiQueueing] exists since systemd 255; the target is 252, which ignores everything in it.',
  );
});
