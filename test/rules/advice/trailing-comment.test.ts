import { expect, test } from 'vitest';
import { trailingComment } from '../../../server/src/rules/advice/trailing-comment.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(trailingComment, {
  rejected: {
    'a boolean': ['[Service]\nExecStart=/bin/true\nRemainAfterExit=yes # note\n', [['info', '# note']]],
    'a command': ['[Service]\nExecStart=/bin/true # note\n', [['info', '# note']]],
  },
  accepted: {
    'a number': ['[Unit]\nDescription=Worker #1\n[Service]\nExecStart=/bin/true\n'],
    'in quotes': ['[Service]\nExecStart=/bin/sh -c "a # b"\n'],
  },
});

test('the comment moves up', () =>
  expect(fixed(trailingComment, '[Service]\nExecStart=/bin/true\nRestart=no # note\n')).toBe(
    '[Service]\nExecStart=/bin/true\n# note\nRestart=no\n',
  ));
