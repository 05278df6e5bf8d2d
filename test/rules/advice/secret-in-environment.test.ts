import { secretInEnvironment } from '../../../server/src/rules/advice/environment-advice.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(secretInEnvironment, {
  rejected: {
    'a password': ['[Service]\nExecStart=/bin/true\nEnvironment=A=1 "DB_PASSWORD=geheim"\n', [['info', 'geheim']]],
  },
  accepted: {
    'a file': ['[Service]\nExecStart=/bin/true\nEnvironment=TOKEN=/etc/token\n'],
    nothing: ['[Service]\nExecStart=/bin/true\nEnvironment=PASSWORD=\n'],
    'another name': ['[Service]\nExecStart=/bin/true\nEnvironment=TOKENIZER=x\n'],
  },
});
