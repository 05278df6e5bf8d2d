import { invalidUtf8 } from '../../../server/src/rules/syntax/unreadable-lines.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(invalidUtf8, {
  rejected: {
    'a lone surrogate, which stands for a bad byte': [
      '[Service]\nExecStart=/bin/true\nEnvironment=A=\ud800\n',
      [['error', '\ud800']],
    ],
  },
  accepted: {
    'in a comment': ['[Service]\nExecStart=/bin/true\n# \ud800\n'],
    umlauts: ['[Unit]\nDescription=Grüße\n[Service]\nExecStart=/bin/true\n'],
  },
});
