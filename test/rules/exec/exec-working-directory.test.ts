import { execWorkingDirectory } from '../../../server/src/rules/exec/exec-working-directory.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(execWorkingDirectory, {
  rejected: {
    'with ProtectSystem=': [
      '[Service]\nExecStart=/bin/true\nWorkingDirectory=/proc/1\nProtectSystem=yes\n',
      [['error', 'WorkingDirectory=/proc/1']],
    ],
    'with a path list': [
      '[Service]\nExecStart=/bin/true\nWorkingDirectory=/sys\nReadOnlyPaths=/x\n',
      [['error', 'WorkingDirectory=/sys']],
    ],
    'PrivateTmp=yes for 262': [
      '[Service]\nExecStart=/bin/true\nWorkingDirectory=/dev\nPrivateTmp=yes\n',
      [['error', 'WorkingDirectory=/dev']],
      { version: 262 },
    ],
  },
  accepted: {
    'PrivateTmp=yes for 257': [
      '[Service]\nExecStart=/bin/true\nWorkingDirectory=/dev\nPrivateTmp=yes\n',
      { version: 257 },
    ],
    'no mount namespace': ['[Service]\nExecStart=/bin/true\nWorkingDirectory=/proc/1\nProtectSystem=no\n'],
    '/process': ['[Service]\nExecStart=/bin/true\nWorkingDirectory=/process\nProtectSystem=yes\n'],
  },
});
