import { serviceCommand } from '../../../server/src/rules/service/service-commands.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceCommand, {
  rejected: {
    'no command': ['[Service]\nType=simple\n', [['error', '[Service]']]],
    'no section': ['[Unit]\nDescription=x\n', [['error', '[Unit]']]],
    'ExecStop= alone': ['[Service]\nExecStop=/bin/true\n', [['error', 'ExecStop=/bin/true']]],
    'ExecStop= of a simple service': [
      '[Service]\nType=simple\nExecStop=/bin/true\n',
      [['error', 'ExecStop=/bin/true']],
    ],
    'a bus name means Type=dbus': [
      '[Service]\nBusName=org.a.B\nExecStop=/bin/true\nRemainAfterExit=yes\n',
      [['error', 'ExecStop=/bin/true']],
    ],
    'a lone semicolon': ['[Service]\nExecStart=;\n', [['error', '[Service]']]],
    'a reset and nothing after it': ['[Service]\nExecStart=/bin/true\nExecStart=\n', [['error', '[Service]']]],
  },
  accepted: {
    'SuccessAction= alone': ['[Unit]\nSuccessAction=reboot\n'],
    'ExecStop= that is remembered': ['[Service]\nRemainAfterExit=yes\nExecStop=/bin/true\n'],
    'a drop-in brings the command': ['[Service]\nType=simple\n', { dropIns: ['[Service]\nExecStart=/bin/true\n'] }],
    'a masked unit': [''],
    'a unit that is refused for another line': ['[Service]\nType=simple\n[Install\n'],
  },
});
