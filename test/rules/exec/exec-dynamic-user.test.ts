import { execDynamicUser } from '../../../server/src/rules/exec/exec-combinations.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(execDynamicUser, {
  rejected: {
    'in the user manager': [
      '[Service]\nExecStart=/bin/true\nDynamicUser=yes\n',
      [['error', 'DynamicUser=yes']],
      { manager: 'user' },
    ],
    'with a home directory': [
      '[Service]\nExecStart=/bin/true\nWorkingDirectory=~\nDynamicUser=yes\n',
      [['error', 'WorkingDirectory=~']],
    ],
  },
  accepted: {
    'for 252, which does not mind': [
      '[Service]\nExecStart=/bin/true\nDynamicUser=yes\n',
      { manager: 'user', version: 252 },
    ],
    off: ['[Service]\nExecStart=/bin/true\nDynamicUser=no\n', { manager: 'user' }],
    'in the system manager': ['[Service]\nExecStart=/bin/true\nDynamicUser=yes\n'],
  },
});
