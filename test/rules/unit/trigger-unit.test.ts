import { triggerUnit } from '../../../server/src/rules/unit/trigger-unit.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(triggerUnit, {
  rejected: {
    'a second one': [
      '# a.timer\n[Timer]\nOnBootSec=1\nUnit=x.service\nUnit=y.service\n',
      [['warning', 'Unit=y.service']],
    ],
    itself: ['# a.timer\n[Timer]\nOnBootSec=1\nUnit=a.timer\nUnit=x.service\n', [['warning', 'Unit=a.timer']]],
    'itself by specifier': ['# a.path\n[Path]\nPathExists=/x\nUnit=%n\n', [['warning', 'Unit=%n']]],
  },
  accepted: {
    one: ['# a.timer\n[Timer]\nOnBootSec=1\nUnit=x.service\n'],
  },
});
