import { expect, test } from 'vitest';
import { sectionUnknown } from '../../../server/src/rules/syntax/unread-sections.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(sectionUnknown, {
  rejected: {
    'a misspelt section': ['[Service]\nExecStart=/bin/true\n[Instal]\nA=1\n', [['warning', 'Instal']]],
    'a section of another kind': [
      '# a.service\n[Service]\nExecStart=/bin/true\n[Timer]\nOnBootSec=1\n',
      [['warning', 'Timer']],
    ],
    'lower case': ['[service]\nExecStart=/bin/true\n', [['warning', 'service']]],
  },
  accepted: {
    extensions: ['[Service]\nExecStart=/bin/true\n[X-Foo]\nanything\n'],
    'the section of a target': ['# a.target\n[Target]\n'],
  },
});

test('the section is corrected', () =>
  expect(fixed(sectionUnknown, '[Service]\nExecStart=/bin/true\n[Instal]\n')).toBe(
    '[Service]\nExecStart=/bin/true\n[Install]\n',
  ));
