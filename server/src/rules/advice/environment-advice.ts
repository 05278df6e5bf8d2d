import { atValue } from '../../engine/finding-place.ts';
import type { AssignmentRule, Fix } from '../../engine/rule.ts';
import { readWords, wordSpan } from '../../syntax/words.ts';

const VARIABLE = /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)|(?<=[=:])~(?=\/|$)/g;

export const environmentExpansion: AssignmentRule = {
  id: 'environment-expansion',
  scope: 'assignment',
  docs: {
    what: 'A variable or ~ in Environment=.',
    severities: ['hint'],
    why: 'systemd expands neither here: the program gets $PATH as these five characters. Specifiers are expanded: %h is the home directory of the user whose manager it is.',
    bad: '# ~/.config/systemd/user/example.service\n[Service]\nExecStart=/usr/bin/example\nEnvironment=DATA=$HOME/data',
    good: '# ~/.config/systemd/user/example.service\n[Service]\nExecStart=/usr/bin/example\nEnvironment=DATA=%h/data',
    manual: ['systemd.exec(5)', 'systemd.unit(5)'],
  },
  check(assignment, report, file) {
    if (assignment.node.key !== 'Environment' || !assignment.directive) return;
    const { words } = readWords(assignment.node.value.text, { unquote: true, cunescape: true });
    for (const word of words) {
      const equals = word.text.indexOf('=');
      for (const match of word.text.matchAll(VARIABLE)) {
        if (match.index < equals) continue;
        if (report.isFull()) return;
        const { start, end } = wordSpan(word, match.index, match.index + match[0].length);
        const place = atValue(assignment, start, end);
        const isHome = /^(~|\$HOME|\$\{HOME\})$/.test(match[0]);
        const canFix = isHome && file.source.identity.manager === 'user';
        const fixes: Fix[] = canFix
          ? [{ title: 'Change to %h', edits: [{ start: place.start, end: place.end, text: '%h' }] }]
          : [];
        const remedy = canFix
          ? 'Write %h for your home directory.'
          : isHome
            ? 'Write the path in full.'
            : 'Write the value in full, or set it in a shell: /bin/sh -c.';
        const message = `systemd does not expand ${match[0]} in Environment=; the program gets it as it stands. ${remedy}`;
        report({ ...place, severity: 'hint', message, fixes });
      }
    }
  },
};

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
      if (report.isFull()) return;
      const { start, end } = wordSpan(word, equals + 1);
      const message = `Every user of the machine can read ${name} here and in systemctl show. Use LoadCredential= instead.`;
      report({ ...atValue(assignment, start, end), severity: 'info', message });
    }
  },
};
