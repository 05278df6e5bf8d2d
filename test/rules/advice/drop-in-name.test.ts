import { dropInName } from '../../../server/src/rules/advice/unread-text.ts';
import { ruleTest } from '../rule-test.ts';

const TEXT = '[Service]\nNonsense=1\n';

ruleTest(dropInName, {
  rejected: {
    'a hidden file': [`# web.service.d/.10.conf\n${TEXT}`, [['info', '[Service]']]],
    'a backup': [`# web.service.d/10.conf~\n${TEXT}`, [['info', '[Service]']]],
    'what a package manager saved': [`# web.service.d/10.conf.rpmsave\n${TEXT}`, [['info', '[Service]']]],
    'a name without suffix, for units of a kind': [`# x.service.d/override\n${TEXT}`, [['info', '[Service]']]],
  },
  accepted: {
    'a drop-in': [`# web.service.d/10.conf\n${TEXT}`],
    'a source of one': [`# web.service.d/10.conf.in\n${TEXT}`],
    'a temporary file of systemctl edit': [`# web.service.d/.#10.conf0123456789abcdef\n${TEXT}`],
    'a hidden unit file, which systemd reads': [`# .web.service\n${TEXT}`],
  },
});
