import { missingKey } from '../../../server/src/rules/syntax/missing-equals.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(missingKey, {
  rejected: {
    'a value alone': ['[Service]\nExecStart=/bin/true\n=value\n', [['warning', '=value']]],
  },
  accepted: {
    'a key': ['[Service]\nExecStart=/bin/true\n'],
  },
});
