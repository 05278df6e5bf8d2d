import { jobTimeout } from '../../../server/src/rules/unit/timeouts.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(jobTimeout, {
  rejected: {
    'a longer running timeout': [
      '[Unit]\nJobTimeoutSec=1min\nJobRunningTimeoutSec=2min\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'JobRunningTimeoutSec=2min']],
    ],
  },
  accepted: {
    'zero is not a limit': ['[Unit]\nJobTimeoutSec=0\nJobRunningTimeoutSec=2\n[Service]\nExecStart=/bin/true\n'],
    infinity: ['[Unit]\nJobTimeoutSec=1\nJobRunningTimeoutSec=infinity\n[Service]\nExecStart=/bin/true\n'],
    shorter: ['[Unit]\nJobTimeoutSec=3\nJobRunningTimeoutSec=2\n[Service]\nExecStart=/bin/true\n'],
  },
});
