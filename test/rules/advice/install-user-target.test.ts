import { installUserTarget } from '../../../server/src/rules/advice/install-advice.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(installUserTarget, {
  rejected: {
    'multi-user.target': [
      '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n',
      [['info', 'multi-user.target']],
      { manager: 'user' },
    ],
  },
  accepted: {
    'default.target': ['[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=default.target\n', { manager: 'user' }],
    'the system manager': ['[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n'],
  },
});
