import { expect, test } from 'vitest';
import { continuationBlank } from '../../../server/src/rules/advice/continuation-blank.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(continuationBlank, {
  rejected: {
    'a blank after the backslash': ['[Service]\nExecStart=/bin/echo a \\ \n  b\n', [['info', '\\ ']]],
  },
  accepted: {
    'a continuation': ['[Service]\nExecStart=/bin/echo a \\\n  b\n'],
    'two backslashes': ['[Service]\nExecStart=/bin/echo a \\\\ \n'],
  },
});

test('before a line of its own the backslash goes', () =>
  expect(fixed(continuationBlank, '[Service]\nExecStart=/bin/echo a \\ \n[Install]\n')).toBe(
    '[Service]\nExecStart=/bin/echo a \n[Install]\n',
  ));

test('the blank goes', () =>
  expect(fixed(continuationBlank, '[Service]\nExecStart=/bin/echo a \\ \n  b\n')).toBe(
    '[Service]\nExecStart=/bin/echo a \\\n  b\n',
  ));
