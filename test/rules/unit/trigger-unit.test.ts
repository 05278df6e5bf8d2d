import { triggerUnit } from '../../../server/src/rules/unit/triggers.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(triggerUnit, {
  rejected: {
    'a second one': [
      '# a.timer\n[Timer]\nOnBootSec=1\nUnit=x.service\nUnit=y.service\n',
      [['warning', 'Unit=y.service']],
    ],
  },
  accepted: {
    one: ['# a.timer\n[Timer]\nOnBootSec=1\nUnit=x.service\n'],
    'one after another that is ignored': ['# a.timer\n[Timer]\nOnBootSec=1\nUnit=a.timer\nUnit=x.service\n'],
  },
});
