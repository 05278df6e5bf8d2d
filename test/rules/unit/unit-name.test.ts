import { unitName } from '../../../server/src/rules/unit/unit-name.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(unitName, {
  rejected: {
    'a dollar sign': ['# foo$bar.service\n[Service]\nExecStart=/bin/true\n', [['error', '[Service]']]],
    'a mount template': ['# a@.mount\n[Mount]\nWhat=/dev/x\n', [['error', '[Mount]']]],
    'a slice with an empty part': ['# a--b.slice\n[Slice]\n', [['error', '[Slice]']]],
    'a mount that is not a path': ['# x--y.mount\n[Mount]\nWhat=/dev/x\n', [['error', '[Mount]']]],
    'an automount of the root': ['# -.automount\n[Automount]\n', [['error', '[Automount]']]],
    'a scope': ['# a.scope\n[Scope]\n', [['warning', '[Scope]']]],
  },
  accepted: {
    templates: ['# a@.service\n[Service]\nExecStart=/bin/true\n'],
    escapes: ['# foo\\x2dbar.service\n[Service]\nExecStart=/bin/true\n'],
    'the root slice': ['# -.slice\n[Slice]\n'],
    'nested slices': ['# a-b-c.slice\n[Slice]\n'],
    'names that a build completes': ['# @NAME@.service\n[Service]\nExecStart=/bin/true\n'],
  },
});
