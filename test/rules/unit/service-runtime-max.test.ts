import { serviceRuntimeMax } from '../../../server/src/rules/unit/timeouts.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceRuntimeMax, {
  rejected: {
    'extra without a limit': [
      '[Service]\nExecStart=/bin/true\nRuntimeRandomizedExtraSec=5\n',
      [['warning', 'RuntimeRandomizedExtraSec=5']],
    ],
  },
  accepted: {
    'with a limit': ['[Service]\nExecStart=/bin/true\nRuntimeMaxSec=1h\nRuntimeRandomizedExtraSec=5\n'],
  },
});
