import { directiveTooNew } from '../../../server/src/rules/syntax/directive-versions.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(directiveTooNew, {
  rejected: {
    'RestartMode= for 252': [
      '[Service]\nExecStart=/bin/true\nRestartMode=direct\n',
      [['warning', 'RestartMode']],
      { version: 252 },
    ],
    'WantsMountsFor= for 252': [
      '[Unit]\nWantsMountsFor=/var\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'WantsMountsFor']],
      { version: 252 },
    ],
  },
  accepted: {
    'RestartMode= for 262': ['[Service]\nExecStart=/bin/true\nRestartMode=direct\n', { version: 262 }],
  },
});
