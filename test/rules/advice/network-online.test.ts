import { expect, test } from 'vitest';
import { networkOnline } from '../../../server/src/rules/advice/ordering-advice.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(networkOnline, {
  rejected: {
    'ordered only': [
      '[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/bin/true\n',
      [['hint', 'network-online.target']],
    ],
  },
  accepted: {
    'wanted too': [
      '[Unit]\nWants=network-online.target\nAfter=network-online.target\n[Service]\nExecStart=/bin/true\n',
    ],
    'network.target': ['[Unit]\nAfter=network.target\n[Service]\nExecStart=/bin/true\n'],
  },
});

test('the wish is added', () =>
  expect(fixed(networkOnline, '[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/bin/true\n')).toBe(
    '[Unit]\nWants=network-online.target\nAfter=network-online.target\n[Service]\nExecStart=/bin/true\n',
  ));
