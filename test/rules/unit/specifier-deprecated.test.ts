import { specifierDeprecated } from '../../../server/src/rules/unit/specifier-deprecated.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(specifierDeprecated, {
  rejected: {
    '%c': ['[Unit]\nDescription=%c\n[Service]\nExecStart=/bin/true\n', [['warning', '%c']]],
    'in a command': ['[Service]\nExecStart=/bin/echo %r\n', [['warning', '%r']]],
  },
  accepted: {
    'a doubled percent sign': ['[Unit]\nDescription=%%c\n[Service]\nExecStart=/bin/true\n'],
    '[Install], which is not looked at': ['[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=%c.target\n'],
  },
});
