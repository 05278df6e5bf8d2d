import { serviceOneshot } from '../../../server/src/rules/service/service-oneshot.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceOneshot, {
  rejected: {
    'Restart=always': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestart=always\n', [['error', 'Restart=always']]],
    'the type worked out': [
      '[Service]\nExecStop=/bin/true\nRemainAfterExit=yes\nRestart=on-success\n',
      [['error', 'Restart=on-success']],
    ],
    'ExitType=cgroup': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nExitType=cgroup\n',
      [['error', 'ExitType=cgroup']],
    ],
    'RuntimeMaxSec=': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRuntimeMaxSec=5\n',
      [['warning', 'RuntimeMaxSec=5']],
    ],
  },
  accepted: {
    'Restart=on-failure': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestart=on-failure\n'],
    'RuntimeMaxSec=infinity': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRuntimeMaxSec=infinity\n'],
    'a later type': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestart=always\nType=simple\n'],
  },
});
