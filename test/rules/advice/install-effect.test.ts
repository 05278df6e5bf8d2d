import { installEffect } from '../../../server/src/rules/advice/install-advice.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(installEffect, {
  rejected: {
    'an empty section': ['[Service]\nExecStart=/bin/true\n[Install]\n', [['hint', '[Install]']]],
    'DefaultInstance= in a plain unit': [
      '# a.service\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=a.target\nDefaultInstance=x\n',
      [['info', 'DefaultInstance=x']],
    ],
  },
  accepted: {
    'a template': ['# a@.service\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=a.target\nDefaultInstance=x\n'],
    'Also= alone': ['[Service]\nExecStart=/bin/true\n[Install]\nAlso=a.socket\n'],
    'no section': ['[Service]\nExecStart=/bin/true\n'],
  },
});
