import { serviceOneshot } from '../../../server/src/rules/service/service-commands.ts';
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
    'RestartForceExitStatus= until 255': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRestartForceExitStatus=1\n',
      [['error', 'RestartForceExitStatus=1']],
      { version: 255 },
    ],
    'one status among words that are none': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRestartForceExitStatus=256 1\n',
      [['error', 'RestartForceExitStatus=256 1']],
      { version: 252 },
    ],
    'RuntimeMaxSec=': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRuntimeMaxSec=5\n',
      [['warning', 'RuntimeMaxSec=5']],
    ],
  },
  accepted: {
    'Restart=on-failure': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestart=on-failure\n'],
    'RuntimeMaxSec=infinity': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRuntimeMaxSec=infinity\n'],
    'RestartForceExitStatus= since 256': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestartForceExitStatus=1\n'],
    'RestartForceExitStatus= of which nothing is left': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRestartForceExitStatus=256 FOO\n',
      { version: 252 },
    ],
    'RestartForceExitStatus= taken back': [
      '[Service]\nExecStart=/bin/true\nType=oneshot\nRestartForceExitStatus=1\nRestartForceExitStatus=\n',
      { version: 252 },
    ],
    'a later type': ['[Service]\nExecStart=/bin/true\nType=oneshot\nRestart=always\nType=simple\n'],
  },
});
