import { mountApi } from '../../../server/src/rules/mount/mount-where.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(mountApi, {
  rejected: {
    '/proc': ['# proc.mount\n[Mount]\nWhat=/dev/x\nWhere=/proc\n', [['error', '/proc']]],
    'whatever the machine makes of its path': [
      '# proc.mount\n[Mount]\nWhat=/dev/x\nWhere=%h\n',
      [['error', '%h']],
      { manager: 'user' },
    ],
    'by name alone': ['# sys-fs-cgroup-x.mount\n[Mount]\nWhat=/dev/x\n', [['error', '[Mount]']]],
    'below /run/host': ['# run-host-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/run/host/x\n', [['error', '/run/host/x']]],
    credentials: [
      '# run-credentials-a.service.mount\n[Mount]\nWhat=/dev/x\nWhere=/run/credentials/a.service\n',
      [['error', '/run/credentials/a.service']],
    ],
  },
  accepted: {
    '/sys/x': ['# sys-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/sys/x\n'],
    'below /proc/sys': ['# proc-sys-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/proc/sys/x\n'],
    'credentials for 252': [
      '# run-credentials-a.service.mount\n[Mount]\nWhat=/dev/x\nWhere=/run/credentials/a.service\n',
      { version: 252 },
    ],
  },
});
