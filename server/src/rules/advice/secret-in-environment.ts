import { atValue } from '../../engine/finding-place.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { readWords, wordSpan } from '../../syntax/words.ts';

const SECRET = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)$/i;

/** Places and placeholders rather than secrets. */
const HARMLESS = /^$|^[/%$@<{]|^(file|fd|https?):|^(yes|no|true|false|\d)$/i;

export const secretInEnvironment: AssignmentRule = {
  id: 'secret-in-environment',
  scope: 'assignment',
  docs: {
    what: 'A password, key or token in Environment=.',
    severities: ['info'],
    why: 'Every user of the machine can read it: unit files are world-readable, and systemctl show prints it. LoadCredential= hands a secret to one service only.',
    bad: '[Service]\nEnvironment=DB_PASSWORD=geheim',
    good: '[Service]\nLoadCredential=db-password:/etc/example/db-password',
    manual: ['systemd.exec(5)', 'systemd-creds(1)'],
  },
  check(assignment, report) {
    if (assignment.node.key !== 'Environment' || !assignment.directive) return;
    const { words } = readWords(assignment.node.value.text, { unquote: true, cunescape: true });
    for (const word of words) {
      const equals = word.text.indexOf('=');
      const name = word.text.slice(0, equals);
      if (equals <= 0 || !SECRET.test(name) || HARMLESS.test(word.text.slice(equals + 1))) continue;
      const { start, end } = wordSpan(word, equals + 1);
      const message = `Every user of the machine can read ${name} here and in systemctl show. Use LoadCredential= instead.`;
      report({ ...atValue(assignment, start, end), severity: 'info', message });
    }
  },
};
