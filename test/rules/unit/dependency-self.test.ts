import { dependencySelf } from '../../../server/src/rules/unit/dependencies.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(dependencySelf, {
  rejected: {
    'After= itself': [
      '# a.service\n[Unit]\nAfter=b.service a.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'a.service']],
    ],
    'by specifier': ['# a.service\n[Unit]\nAfter=%n\n[Service]\nExecStart=/bin/true\n', [['warning', '%n']]],
    'a timer that triggers itself by its template': [
      '# t@.timer\n[Timer]\nOnBootSec=1\nUnit=t@.timer\n',
      [['warning', 't@.timer']],
    ],
    'a path that does': ['# p@x.path\n[Path]\nPathExists=/x\nUnit=p@.path\n', [['warning', 'p@.path']]],
    'its template, which is taken with its instance': [
      '# a@x.service\n[Unit]\nAfter=a@.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'a@.service']],
    ],
    'the template itself': [
      '# a@.service\n[Unit]\nBefore=a@%i.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'a@%i.service']],
    ],
  },
  accepted: {
    'Requires= itself, which systemd takes': [
      '# a.service\n[Unit]\nRequires=a.service\n[Service]\nExecStart=/bin/true\n',
    ],
    'a timer that triggers another template': ['# t@.timer\n[Timer]\nOnBootSec=1\nUnit=u@.timer\n'],
    'a plain unit and a template of its name': [
      '# a.service\n[Unit]\nAfter=a@.service\n[Service]\nExecStart=/bin/true\n',
    ],
    'a second Unit=, which is ignored': ['# t@.timer\n[Timer]\nOnBootSec=1\nUnit=u@.timer\nUnit=t@.timer\n'],
    'another instance': ['# a@.service\n[Unit]\nAfter=a@x.service\n[Service]\nExecStart=/bin/true\n'],
  },
});
