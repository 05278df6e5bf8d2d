import { atValue } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import type { AssignmentRule, Fix } from '../../engine/rule.ts';
import { readWords } from '../../syntax/words.ts';
import { quoted } from '../../values/problem.ts';
import { traitsOf } from '../../values/traits.ts';
import { formatsIn, isExpansion, isShell, shellFixes } from './shell-fixes.ts';

export const shellSyntax: AssignmentRule = {
  id: 'shell-syntax',
  scope: 'assignment',
  docs: {
    what: 'A pipe, redirection, && or $(…), ~/ or a pattern such as /tmp/*.log in a command.',
    severities: ['info', 'hint'],
    why: 'systemd runs programs itself, without a shell: the program gets these as plain arguments.',
    bad: '[Service]\nExecStart=/usr/bin/example > /var/log/example.log',
    good: '[Service]\nExecStart=/usr/bin/example\nStandardOutput=append:/var/log/example.log',
    manual: ['systemd.service(5)'],
  },
  check(assignment, report, file) {
    if (!isCommandLine(assignment)) return;
    const { text } = assignment.node.value;
    if (/^[-@:+!]*\|/.test(text)) return;
    const { words } = readWords(text, { unquote: true, cunescape: true, unescapeRelax: true });
    const found = words.find((word, index) =>
      index > 0 ? isShell(word, text) : /[^\\];$/.test(word.text) && !word.quoted,
    );
    const expansion = found ? undefined : words.slice(1).find((word) => isExpansion(word, text));
    const word = found ?? expansion;
    if (!word) return;
    const written = text.slice(word.start, word.end);
    report({
      ...atValue(assignment, word.start, word.end),
      severity: found ? 'info' : 'hint',
      message: found ? messageOf(written) : expansionMessage(written),
      fixes: () => shellFixes(assignment, file),
    });
  },
};

const messageOf = (written: string): string =>
  `systemd runs this command without a shell, so the program gets ${quoted(written)} as an argument. Run it with /bin/sh -c '…'${/[<>]/.test(written) ? ', or use StandardOutput=, StandardError= or StandardInput=' : ''}.`;

const expansionMessage = (written: string): string =>
  `systemd runs this command without a shell and expands neither ~ nor *, so the program gets ${quoted(written)} as it stands. If it does not expand that itself, run it with /bin/sh -c '…'.`;

const isCommandLine = ({ directive, node }: JudgedAssignment): boolean =>
  directive !== undefined && traitsOf(directive)?.holds === 'command' && node.value.text !== '';

export const dateFormat: AssignmentRule = {
  id: 'date-format',
  scope: 'assignment',
  docs: {
    what: 'A format of date(1) with single percent signs in a command.',
    severities: ['info'],
    why: 'systemd replaces %Y, %m, %d and others as specifiers before date sees them: %m is the machine ID. A percent sign is written %%.',
    bad: '[Service]\nExecStart=/bin/sh -c "tar cf /backup/$(date +%Y-%m-%d).tar /home"',
    good: '[Service]\nExecStart=/bin/sh -c "tar cf /backup/$(date +%%Y-%%m-%%d).tar /home"',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report) {
    if (!isCommandLine(assignment)) return;
    const { text } = assignment.node.value;
    for (const { start, end } of formatsIn(text)) {
      const format = text.slice(start, end);
      // A percent sign that is doubled already is none.
      const doubled = format.replace(/%%|%/g, '%%');
      if (doubled === format) continue;
      if (report.isFull()) return;
      const place = atValue(assignment, start, end);
      const fixes: Fix[] = [
        {
          title: 'Double the percent signs',
          edits: [{ start: place.start, end: place.end, text: doubled }],
          preferred: true,
        },
      ];
      const message = `systemd replaces the percent signs of this date format as specifiers. Write ${doubled}.`;
      report({ ...place, severity: 'info', message, fixes });
    }
  },
};
