import { dropInRest } from '../../../server/src/rules/advice/unread-text.ts';
import { ruleTest } from '../rule-test.ts';

const NAME = '# web.service.d/10.conf\n';

ruleTest(dropInRest, {
  rejected: {
    'all settings below a fatal one': [
      `${NAME}[Service]\nUser=a/b\n# more\nNice=1\n\n[Unit]\nDescription=a \\\n  b\n\n`,
      [['hint', 'Nice=1\n\n[Unit]\nDescription=a \\\n  b']],
    ],
    'what follows a header that is none': [`${NAME}[Service\nNice=1\n`, [['hint', 'Nice=1']]],
  },
  accepted: {
    'a fatal line at the end': [`${NAME}[Service]\nNice=1\nUser=a/b\n# more\n`],
    'a line that is only ignored': [`${NAME}[Service]\nRestart=alwys\nNice=1\n`],
    'a unit file, which is refused': ['[Service]\nExecStart=/bin/true\nUser=a/b\nNice=1\n'],
  },
});
