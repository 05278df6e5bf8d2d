import { expect, test } from 'vitest';
import { dateFormat } from '../../../server/src/rules/advice/command-lines.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(dateFormat, {
  rejected: {
    'single percent signs': ['[Service]\nExecStart=/bin/sh -c "x $(date +%Y-%m-%d).tar"\n', [['info', '%Y-%m-%d']]],
  },
  accepted: {
    doubled: ['[Service]\nExecStart=/bin/date +%%Y-%%m\n'],
    'no date': ['[Service]\nExecStart=/bin/echo +%i\n'],
  },
});

test('the signs are doubled', () =>
  expect(fixed(dateFormat, '[Service]\nExecStart=/bin/date +%Y%m%d\n')).toBe(
    '[Service]\nExecStart=/bin/date +%%Y%%m%%d\n',
  ));
