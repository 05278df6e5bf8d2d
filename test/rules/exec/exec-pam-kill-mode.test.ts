import { execPamKillMode } from '../../../server/src/rules/exec/exec-combinations.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(execPamKillMode, {
  rejected: {
    process: ['[Service]\nExecStart=/bin/true\nPAMName=login\nKillMode=process\n', [['error', 'KillMode=process']]],
    'mixed in a socket for 252': [
      '# a.socket\n[Socket]\nListenStream=/run/x\nPAMName=login\nKillMode=mixed\n',
      [['error', 'KillMode=mixed']],
      { version: 252 },
    ],
  },
  accepted: {
    mixed: ['[Service]\nExecStart=/bin/true\nPAMName=login\nKillMode=mixed\n'],
    'no PAM': ['[Service]\nExecStart=/bin/true\nKillMode=process\n'],
    'mixed in a socket for 257': [
      '# a.socket\n[Socket]\nListenStream=/run/x\nPAMName=login\nKillMode=mixed\n',
      { version: 257 },
    ],
  },
});
