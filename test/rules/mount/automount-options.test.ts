import { automountOptions } from '../../../server/src/rules/mount/automount-options.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(automountOptions, {
  rejected: {
    fd: ['# mnt-x.automount\n[Automount]\nExtraOptions=ro,fd=3\n', [['error', 'fd=3']]],
  },
  accepted: {
    others: ['# mnt-x.automount\n[Automount]\nExtraOptions=nofd,x=1, fd=2\n'],
  },
});
