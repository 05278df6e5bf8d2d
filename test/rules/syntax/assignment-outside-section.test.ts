import { expect, test } from 'vitest';
import { assignmentOutsideSection } from '../../../server/src/rules/syntax/sections.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(assignmentOutsideSection, {
  rejected: {
    'an assignment at the top': ['Foo=1\n[Service]\nExecStart=/bin/true\n', [['warning', 'Foo=1']]],
    'a word at the top': ['Foo\n[Service]\nExecStart=/bin/true\n', [['warning', 'Foo']]],
    'a comment behind a byte order mark': [
      '\ufeff# comment\n[Service]\nExecStart=/bin/true\n',
      [['warning', '# comment']],
    ],
  },
  accepted: {
    'comments and blank lines': ['# comment\n\n[Service]\nExecStart=/bin/true\n'],
    'a byte order mark before a header': ['\ufeff[Service]\nExecStart=/bin/true\n'],
  },
});

test('the byte order mark goes', () =>
  expect(fixed(assignmentOutsideSection, '\ufeff# comment\n[Service]\nExecStart=/bin/true\n')).toBe(
    '# comment\n[Service]\nExecStart=/bin/true\n',
  ));
