import { execPrivateUsers } from '../../../server/src/rules/exec/exec-combinations.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(execPrivateUsers, {
  rejected: {
    'managed with User=': [
      '[Service]\nExecStart=/bin/true\nPrivateUsers=managed\nUser=root\n',
      [['error', 'PrivateUsers=managed']],
    ],
    'with a namespace of another': [
      '[Service]\nExecStart=/bin/true\nPrivateUsers=yes\nUserNamespacePath=/run/x\n',
      [['error', 'PrivateUsers=yes']],
    ],
  },
  accepted: {
    'self with User=': ['[Service]\nExecStart=/bin/true\nPrivateUsers=self\nUser=root\n'],
    off: ['[Service]\nExecStart=/bin/true\nPrivateUsers=no\nUserNamespacePath=/run/x\n'],
  },
});
