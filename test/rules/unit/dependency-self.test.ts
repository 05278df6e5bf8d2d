import { dependencySelf } from '../../../server/src/rules/unit/dependency-self.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(dependencySelf, {
  rejected: {
    'After= itself': [
      '# a.service\n[Unit]\nAfter=b.service a.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'a.service']],
    ],
    'by specifier': ['# a.service\n[Unit]\nAfter=%n\n[Service]\nExecStart=/bin/true\n', [['warning', '%n']]],
    'the template itself': [
      '# a@.service\n[Unit]\nBefore=a@%i.service\n[Service]\nExecStart=/bin/true\n',
      [['warning', 'a@%i.service']],
    ],
  },
  accepted: {
    'Requires= itself, which systemd takes': [
      '# a.service\n[Unit]\nRequires=a.service\n[Service]\nExecStart=/bin/true\n',
    ],
    'another instance': ['# a@.service\n[Unit]\nAfter=a@x.service\n[Service]\nExecStart=/bin/true\n'],
  },
});
