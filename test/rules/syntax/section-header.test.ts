import { expect, test } from 'vitest';
import { sectionHeader } from '../../../server/src/rules/syntax/sections.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(sectionHeader, {
  rejected: {
    'an open bracket': ['[Service]\nExecStart=/bin/true\n[Install\nWantedBy=x.target\n', [['error', '[Install']]],
    'a comment after it': ['[Service] # main\nExecStart=/bin/true\n', [['error', '[Service] # main']]],
    'quotes in the name': ['[Ser"vice]\n', [['error', '[Ser"vice]']], { version: 252 }],
    'nothing in it': ['[Service]\nExecStart=/bin/true\n[]\n', [['error', '[]']], { version: 262 }],
    'a star in it': ['[Service]\nExecStart=/bin/true\n[X-*]\n', [['error', '[X-*]']], { version: 262 }],
  },
  accepted: {
    'nothing in it, for versions that take it for unknown': ['[Service]\nExecStart=/bin/true\n[]\n', { version: 257 }],
    'blanks around': ['  [Service]  \nExecStart=/bin/true\n'],
    'a name with blanks, which is only unknown': ['[ Service ]\n'],
    'a star in it, for versions that do not mind': ['[Service]\nExecStart=/bin/true\n[X-*]\n', { version: 257 }],
  },
});

test('the bracket is closed', () =>
  expect(fixed(sectionHeader, '[Service\nExecStart=/bin/true\n')).toBe('[Service]\nExecStart=/bin/true\n'));

test('what follows the bracket is dropped', () =>
  expect(fixed(sectionHeader, '[Service] # main\n')).toBe('[Service]\n'));
