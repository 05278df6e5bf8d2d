import { mountWhat } from '../../../server/src/rules/mount/mount-what.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(mountWhat, {
  rejected: {
    'no What=': ['# mnt-x.mount\n[Mount]\nWhere=/mnt/x\n', [['error', '[Mount]']]],
  },
  accepted: {
    'the root': ['# -.mount\n[Mount]\nOptions=ro\n'],
    'with What=': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\n'],
  },
});
