import { expect, test } from 'vitest';
import { directiveUnknown } from '../../../server/src/rules/syntax/directive-unknown.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(directiveUnknown, {
  rejected: {
    'a misspelt key': ['[Service]\nExecStrat=/bin/true\n[Service]\nExecStart=/bin/true\n', [['warning', 'ExecStrat']]],
    'lower case': ['[Service]\nExecStart=/bin/true\nuser=root\n', [['warning', 'user']]],
    'a key of another kind': ['[Service]\nExecStart=/bin/true\nListenStream=80\n', [['warning', 'ListenStream']]],
    'x- in lower case': ['[Service]\nExecStart=/bin/true\nx-foo=1\n', [['warning', 'x-foo']]],
    'in [Install]': ['[Service]\nExecStart=/bin/true\n[Install]\nWantdBy=a.target\n', [['warning', 'WantdBy']]],
  },
  accepted: {
    extensions: ['[Service]\nExecStart=/bin/true\nX-Foo=1\n'],
    'blanks before the equals sign': ['[Service]\nExecStart=/bin/true\nType =oneshot\n'],
    'unknown sections': ['[Service]\nExecStart=/bin/true\n[Foo]\nA=1\n'],
  },
});

test('the key is corrected', () =>
  expect(fixed(directiveUnknown, '[Service]\nExecStrat=/bin/true\n')).toBe('[Service]\nExecStart=/bin/true\n'));
