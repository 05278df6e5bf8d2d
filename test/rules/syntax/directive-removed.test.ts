import { directiveRemoved } from '../../../server/src/rules/syntax/directive-versions.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(directiveRemoved, {
  rejected: {
    'what never comes back': ['[Service]\nExecStart=/bin/true\nSysVStartPriority=5\n', [['info', 'SysVStartPriority']]],
    'CPUAccounting= for 262': [
      '[Service]\nExecStart=/bin/true\nCPUAccounting=yes\n',
      [['info', 'CPUAccounting']],
      { version: 262 },
    ],
  },
  accepted: {
    'CPUAccounting= for 252': ['[Service]\nExecStart=/bin/true\nCPUAccounting=yes\n', { version: 252 }],
    'MemoryMax=': ['[Service]\nExecStart=/bin/true\nMemoryMax=1G\n'],
  },
});
