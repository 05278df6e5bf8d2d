import { serviceRestartDelay } from '../../../server/src/rules/unit/timeouts.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceRestartDelay, {
  rejected: {
    'steps alone': ['[Service]\nExecStart=/bin/true\nRestartSteps=3\n', [['warning', 'RestartSteps=3']]],
    'a longest delay alone': [
      '[Service]\nExecStart=/bin/true\nRestartMaxDelaySec=3\n',
      [['warning', 'RestartMaxDelaySec=3']],
    ],
    'shorter than RestartSec=': [
      '[Service]\nExecStart=/bin/true\nRestartSteps=3\nRestartMaxDelaySec=3\nRestartSec=10\n',
      [['warning', 'RestartMaxDelaySec=3']],
    ],
    'shorter than the default': [
      '[Service]\nExecStart=/bin/true\nRestartSteps=3\nRestartMaxDelaySec=50ms\n',
      [['warning', 'RestartMaxDelaySec=50ms']],
    ],
    'an endless random delay': [
      '[Service]\nExecStart=/bin/true\nRestartRandomizedDelaySec=infinity\n',
      [['warning', 'RestartRandomizedDelaySec=infinity']],
    ],
  },
  accepted: {
    'all of it': ['[Service]\nExecStart=/bin/true\nRestartSteps=3\nRestartMaxDelaySec=1min\nRestartSec=1\n'],
    'for 252, which knows none of it': ['[Service]\nExecStart=/bin/true\nRestartSteps=3\n', { version: 252 }],
  },
});
