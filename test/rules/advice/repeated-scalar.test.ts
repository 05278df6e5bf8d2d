import { repeatedScalar } from '../../../server/src/rules/advice/ineffective-settings.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(repeatedScalar, {
  rejected: {
    'a second type': ['[Service]\nExecStart=/bin/true\nType=oneshot\nType=simple\n', [['info', 'Type=oneshot']]],
  },
  accepted: {
    'a list': ['[Service]\nExecStart=/bin/true\nEnvironment=A=1\nEnvironment=B=2\n'],
    'a reset': ['[Service]\nExecStart=/bin/true\nUser=a\nUser=\nUser=b\n'],
    'sections apart': ['[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\n'],
  },
});
