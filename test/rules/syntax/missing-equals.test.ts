import { expect, test } from 'vitest';
import { missingEquals } from '../../../server/src/rules/syntax/missing-equals.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(missingEquals, {
  rejected: {
    'a word': ['[Service]\nExecStart=/bin/true\nno equals sign\n', [['warning', 'no equals sign']]],
    'a colon': ['[Service]\nExecStart=/bin/true\nType: simple\n', [['warning', 'Type: simple']]],
    'the rest of a continuation after a blank line': [
      '[Service]\nExecStart=/bin/echo a \\\n\n  b\n',
      [['warning', 'b']],
    ],
  },
  accepted: {
    'extension sections': ['[Service]\nExecStart=/bin/true\n[X-Foo]\nno equals here\n'],
    'unknown sections': ['[Service]\nExecStart=/bin/true\n[Foo]\nno equals here\n'],
  },
});

test('a colon becomes an equals sign', () =>
  expect(fixed(missingEquals, '[Service]\nExecStart=/bin/true\nType: simple\n')).toBe(
    '[Service]\nExecStart=/bin/true\nType=simple\n',
  ));
