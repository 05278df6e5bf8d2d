import { expect, test } from 'vitest';
import { serviceExecStart } from '../../../server/src/rules/service/service-commands.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(serviceExecStart, {
  rejected: {
    'two commands': ['[Service]\nExecStart=/bin/true\nExecStart=/bin/false\n', [['error', 'ExecStart=/bin/false']]],
    'a semicolon': ['[Service]\nExecStart=/bin/true ; /bin/echo x\n', [['error', '/bin/echo x']]],
    'semicolons, told once for a line': [
      '[Service]\nExecStart=/bin/true ; /bin/a ; /bin/b\nExecStart=/bin/c ; /bin/d ; /bin/e\n',
      [
        ['error', '/bin/a'],
        ['error', 'ExecStart=/bin/c ; /bin/d ; /bin/e'],
      ],
    ],
    'after a reset': [
      '[Service]\nExecStart=/bin/true\nExecStart=\nExecStart=/bin/a\nExecStart=/bin/b\n',
      [['error', 'ExecStart=/bin/b']],
    ],
  },
  accepted: {
    oneshot: ['[Service]\nExecStart=/bin/true\nExecStart=/bin/false\nType=oneshot\n'],
    'a reset between': ['[Service]\nExecStart=/bin/true\nExecStart=\nExecStart=/bin/false\n'],
    'an escaped semicolon': ['[Service]\nExecStart=/bin/echo \\; x\n'],
    'a semicolon without blanks': ['[Service]\nExecStart=/bin/echo a;b\n'],
    'a semicolon at the end': ['[Service]\nExecStart=/bin/true ;\n'],
  },
});

test('Type=oneshot takes several', () =>
  expect(fixed(serviceExecStart, '[Service]\nType=simple\nExecStart=/bin/true\nExecStart=/bin/false\n')).toBe(
    '[Service]\nType=oneshot\nExecStart=/bin/true\nExecStart=/bin/false\n',
  ));
