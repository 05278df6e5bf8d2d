import { execPrivatePids } from '../../../server/src/rules/exec/exec-combinations.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(execPrivatePids, {
  rejected: {
    'in a socket': ['# a.socket\n[Socket]\nListenStream=/run/x\nPrivatePIDs=yes\n', [['error', 'PrivatePIDs=yes']]],
    'in a forking service': [
      '[Service]\nExecStart=/bin/true\nType=forking\nPrivatePIDs=yes\n',
      [['error', 'PrivatePIDs=yes']],
    ],
    'with PAM for 262': [
      '[Service]\nExecStart=/bin/true\nPrivatePIDs=yes\nPAMName=login\n',
      [['error', 'PrivatePIDs=yes']],
      { version: 262 },
    ],
  },
  accepted: {
    'with PAM for 257': ['[Service]\nExecStart=/bin/true\nPrivatePIDs=yes\nPAMName=login\n', { version: 257 }],
    alone: ['[Service]\nExecStart=/bin/true\nPrivatePIDs=yes\n'],
    off: ['[Service]\nExecStart=/bin/true\nType=forking\nPrivatePIDs=no\n'],
  },
});
