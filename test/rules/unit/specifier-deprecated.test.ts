import { specifierDeprecated } from '../../../server/src/rules/unit/specifier-deprecated.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(specifierDeprecated, {
  rejected: {
    '%c': ['[Unit]\nDescription=%c\n[Service]\nExecStart=/bin/true\n', [['warning', '%c']]],
    'in a command': ['[Service]\nExecStart=/bin/echo %r\n', [['warning', '%r']]],
    'before a colon': ['[Service]\nExecStart=/bin/true\nTemporaryFileSystem=/a:b /%c:x\n', [['warning', '%c']]],
  },
  accepted: {
    'a doubled percent sign': ['[Unit]\nDescription=%%c\n[Service]\nExecStart=/bin/true\n'],
    'what is not expanded': [
      '[Service]\nExecStart=/bin/true\nSetCredential=a:%c\nTemporaryFileSystem=/x:%c\nOpenFile=/%c\nImportCredential=a:%r\n',
    ],
    '[Install], which is not looked at': ['[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=%c.target\n'],
  },
});
