import { readWords, type Word } from '../../syntax/words.ts';
import type { JudgedAssignment } from '../../units/judged-file.ts';
import { atValue } from '../place.ts';
import type { AssignmentRule } from '../rule.ts';

/** Words that mean something to a shell and nothing to systemd. */
const OPERATOR = /^(\|\|?|&&?|[012]?>>?|<|[012]?>>?(&[012]|\/\S*)|2>&1|&>\S*)$/;
const SUBSTITUTION = /\$\(|^`/;

export const shellSyntax: AssignmentRule = {
  id: 'shell-syntax',
  scope: 'assignment',
  docs: {
    what: 'A pipe, redirection, && or $(…) in a command.',
    why: 'systemd runs programs itself, without a shell: the program gets these as plain arguments.',
    bad: '[Service]\nExecStart=/usr/bin/example > /var/log/example.log',
    good: '[Service]\nExecStart=/usr/bin/example\nStandardOutput=append:/var/log/example.log',
    manual: ['systemd.service(5)'],
  },
  check(assignment, report) {
    if (!isCommandLine(assignment)) return;
    const { text } = assignment.node.value;
    if (/^[-@:+!]*\|/.test(text)) return;
    const { words } = readWords(text, { unquote: true, cunescape: true, unescapeRelax: true });
    const found = words.slice(1).find((word) => isShell(word, text));
    if (!found) return;
    const what = text.slice(found.start, found.end);
    report({
      ...atValue(assignment, found.start, found.end),
      severity: 'info',
      message: `There is no shell here: the program gets ${what} as an argument. Use StandardOutput= and the like, or run sh -c "…".`,
    });
  },
};

const isShell = (word: Word, text: string): boolean =>
  !word.quoted && (OPERATOR.test(word.text) || SUBSTITUTION.test(text.slice(word.start, word.end)));

export const isCommandLine = ({ directive, node }: JudgedAssignment): boolean =>
  directive?.parser === 'config_parse_exec' && node.value.text !== '';
