import { expect, test } from 'vitest';
import { requiresWithoutAfter } from '../../../server/src/rules/advice/ordering-advice.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(requiresWithoutAfter, {
  rejected: {
    'no order': [
      '[Unit]\nRequires=a.service b.service\nAfter=b.service\n[Service]\nExecStart=/bin/true\n',
      [['hint', 'a.service']],
    ],
  },
  accepted: {
    ordered: ['[Unit]\nRequires=a.service\nBefore=a.service\n[Service]\nExecStart=/bin/true\n'],
    'a socket': ['[Unit]\nRequires=a.socket\n[Service]\nExecStart=/bin/true\n'],
    'the unit itself': ['# a.service\n[Unit]\nRequires=a.service\n[Service]\nExecStart=/bin/true\n'],
    'not a service': ['# a.target\n[Unit]\nRequires=a.service\n'],
  },
});

test('the order is added', () =>
  expect(fixed(requiresWithoutAfter, '[Unit]\nRequires=a.service\n[Service]\nExecStart=/bin/true\n')).toBe(
    '[Unit]\nRequires=a.service\nAfter=a.service\n[Service]\nExecStart=/bin/true\n',
  ));
