import { expect, test } from 'vitest';
import { directiveRenamed } from '../../../server/src/rules/syntax/directive-versions.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(directiveRenamed, {
  rejected: {
    'BindTo=': ['[Unit]\nBindTo=a.target\n[Service]\nExecStart=/bin/true\n', [['hint', 'BindTo']]],
    'RequiresOverridable=': [
      '[Unit]\nRequiresOverridable=a.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'RequiresOverridable']],
    ],
    'StartLimitInterval= in [Service]': [
      '[Service]\nExecStart=/bin/true\nStartLimitInterval=10\n',
      [['hint', 'StartLimitInterval']],
    ],
  },
  accepted: {
    'BindsTo=': ['[Unit]\nBindsTo=a.target\n[Service]\nExecStart=/bin/true\n'],
  },
});

test('the new name takes its place', () =>
  expect(fixed(directiveRenamed, '[Unit]\nBindTo=a.target\n')).toBe('[Unit]\nBindsTo=a.target\n'));
