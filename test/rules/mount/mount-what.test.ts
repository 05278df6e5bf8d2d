import { mountWhat } from '../../../server/src/rules/mount/mount-what.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(mountWhat, {
  rejected: {
    'no What=': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\n', [['error', '[Mount]']]],
    'nothing left of it': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=%i\n', [['error', '[Mount]']]],
    up: ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=/a/../b\n', [['error', '/a/../b']]],
    'up below /dev': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=/dev/../b\nType=nfs\n', [['error', '/dev/../b']]],
    'a name too long': [
      `# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=/${'a'.repeat(256)}\n`,
      [['error', `/${'a'.repeat(256)}`]],
    ],
  },
  accepted: {
    'up in a share': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=/a/../b\nType=cifs\n'],
    'up, and not local': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=/a/../b\nOptions=ro,_netdev\n'],
    'up in what is not a path': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\nWhat=host:/a/../b\n'],
    'the root': ['# -.mount\n[Mount]\nOptions=ro\n'],
    'with What=': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\n'],
  },
});
