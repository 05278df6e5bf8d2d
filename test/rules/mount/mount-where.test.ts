import { mountWhere } from '../../../server/src/rules/mount/mount-where.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(mountWhere, {
  rejected: {
    'another path': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/y\n', [['error', '/mnt/y']]],
    'an automount': ['# mnt-x.automount\n[Automount]\nWhere=/mnt/y\n', [['error', '/mnt/y']]],
    'a swap by label': ['# dev-x.swap\n[Swap]\nWhat=LABEL=x\n', [['error', 'LABEL=x']]],
    'a home directory': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=%h\n', [['error', '%h']]],
    'the identity of a machine': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/%m\n', [['error', '/mnt/%m']]],
    'a host below another folder': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/srv/%H\n', [['error', '/srv/%H']]],
    'a swap': ['# dev-x.swap\n[Swap]\nWhat=/dev/y\n', [['error', '/dev/y']]],
    'a name that is not escaped': [
      '# mnt-my-data.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/my-data\n',
      [['error', '/mnt/my-data']],
    ],
  },
  accepted: {
    'the path': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/x\n'],
    'slashes too many': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=//mnt//x/\n'],
    'no Where=': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\n'],
    escapes: ['# mnt-my\\x2ddata.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/my-data\n'],
    umlauts: ['# mnt-\\xc3\\xa9.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/é\n'],
    'what the machine decides': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/mnt/%H\n'],
    'an identity that may be it': [`# mnt-${'a'.repeat(32)}.mount\n[Mount]\nWhat=/dev/x\nWhere=//mnt/%b/\n`],
    'what a user decides': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=%h/%H\n', { manager: 'user' }],
    'too much that the machine decides': [`# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/${'%H'.repeat(9)}y\n`],
    'a swap by label': ['# dev-disk-by\\x2dlabel-x.swap\n[Swap]\nWhat=LABEL=x\n'],
    'a swap by a label with a blank': ['# dev-disk-by\\x2dlabel-a\\x5cx20b.swap\n[Swap]\nWhat=LABEL="a b"\n'],
    'a home directory': ['# root-x.mount\n[Mount]\nWhat=/dev/x\nWhere=%h/x\n'],
    'up from the root': ['# mnt-x.mount\n[Mount]\nWhat=/dev/x\nWhere=/../mnt/x\n'],
  },
});
