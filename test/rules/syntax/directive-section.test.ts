import { expect, test } from 'vitest';
import { directiveSection } from '../../../server/src/rules/syntax/directive-section.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(directiveSection, {
  rejected: {
    'a [Service] key in [Unit]': ['[Unit]\nRestart=always\n[Service]\nExecStart=/bin/true\n', [['warning', 'Restart']]],
    'a [Unit] key in [Service]': ['[Service]\nExecStart=/bin/true\nAfter=a.service\n', [['warning', 'After']]],
    'a new name in the old place': [
      '[Service]\nExecStart=/bin/true\nStartLimitIntervalSec=10\n',
      [['warning', 'StartLimitIntervalSec']],
    ],
  },
  accepted: {
    'an old name in the old place': ['[Service]\nExecStart=/bin/true\nStartLimitInterval=10\n'],
  },
});

test('the line moves to its section', () =>
  expect(fixed(directiveSection, '[Unit]\nRestart=always\nDescription=x\n[Service]\nExecStart=/bin/true\n')).toBe(
    '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\nRestart=always\n',
  ));

test('the section is made before [Install]', () =>
  expect(
    fixed(directiveSection, '[Service]\nExecStart=/bin/true\nAfter=a.service\n[Install]\nWantedBy=a.target\n'),
  ).toBe('[Service]\nExecStart=/bin/true\n\n[Unit]\nAfter=a.service\n\n[Install]\nWantedBy=a.target\n'));
