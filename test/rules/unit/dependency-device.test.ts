import { dependencyDevice } from '../../../server/src/rules/unit/dependencies.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(dependencyDevice, {
  rejected: {
    'Before= a device': [
      '[Unit]\nBefore=dev-sda.device\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'dev-sda.device']],
    ],
    'OnFailure= of a device': ['# dev-x.device\n[Unit]\nOnFailure=b.service\n', [['warning', 'OnFailure=b.service']]],
    'a timer for a device': ['# a.timer\n[Timer]\nOnBootSec=1\nUnit=b.device\n', [['warning', 'b.device']]],
    'a path unit for a device': ['# a.path\n[Path]\nPathExists=/x\nUnit=b.device\n', [['warning', 'b.device']]],
  },
  accepted: {
    'After= a device': ['[Unit]\nAfter=dev-sda.device\n[Service]\nExecStart=/bin/true\n'],
  },
});
