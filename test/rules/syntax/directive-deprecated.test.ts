import { directiveDeprecated } from '../../../server/src/rules/syntax/directive-versions.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(directiveDeprecated, {
  rejected: {
    'MemoryLimit= for 252': [
      '[Service]\nExecStart=/bin/true\nMemoryLimit=5M\n',
      [['warning', 'MemoryLimit']],
      { version: 252 },
    ],
    'OnFailureIsolate=': [
      '[Unit]\nOnFailureIsolate=yes\n[Service]\nExecStart=/bin/true\n',
      [['info', 'OnFailureIsolate']],
    ],
  },
  accepted: {
    'MemoryLimit= for 262, which ignores it': ['[Service]\nExecStart=/bin/true\nMemoryLimit=5M\n', { version: 262 }],
    'BlockIOAccounting=, of which nothing is said': [
      '[Service]\nExecStart=/bin/true\nBlockIOAccounting=yes\n',
      { version: 252 },
    ],
  },
});
