import { atValue } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import type { AssignmentRule, Fix } from '../../engine/rule.ts';
import { toSourceSpan } from '../../syntax/value.ts';

/** A number sign that looks like the start of a remark; `#1` in a description does not. */
const SIGNS = /(?<=[ \t])#+(?=[ \t]|$)/g;

export const trailingComment: AssignmentRule = {
  id: 'trailing-comment',
  scope: 'assignment',
  docs: {
    what: 'A comment at the end of a line.',
    severities: ['info'],
    why: 'systemd reads comments only on lines of their own: at the end of a line they are part of the value.',
    bad: '[Service]\nExecStart=/usr/bin/example # the daemon',
    good: '[Service]\n# the daemon\nExecStart=/usr/bin/example',
    manual: ['systemd.syntax(7)'],
  },
  check(assignment, report) {
    const { text } = assignment.node.value;
    const at = remarkIn(text);
    if (at === undefined) return;
    const place = atValue(assignment, at.sign);
    const message =
      'This comment is part of the value: systemd reads comments only on lines of their own. Move it to a line of its own.';
    report({ ...place, severity: 'info', message, fixes: () => [move(assignment, at)] });
  },
};

interface Remark {
  /** Where the blanks before the sign start, and the sign. */
  readonly blank: number;
  readonly sign: number;
}

function remarkIn(text: string): Remark | undefined {
  let quotes = { single: 0, double: 0 };
  let from = 0;
  for (const { index: sign } of text.matchAll(SIGNS)) {
    const blank = blankBefore(text, sign);
    quotes = countQuotes(text, from, blank, quotes);
    from = blank;
    if (blank < sign && quotes.single % 2 === 0 && quotes.double % 2 === 0) return { blank, sign };
  }
  return undefined;
}

interface Quotes {
  readonly single: number;
  readonly double: number;
}

function countQuotes(text: string, from: number, to: number, { single, double }: Quotes): Quotes {
  let [ones, twos] = [single, double];
  for (let at = from; at < to; at++) {
    if (text[at] === "'") ones++;
    else if (text[at] === '"') twos++;
  }
  return { single: ones, double: twos };
}

function blankBefore(text: string, sign: number): number {
  let at = sign;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function move({ node, source }: JudgedAssignment, { blank, sign }: Remark): Fix {
  const comment = source.tree.text.slice(toSourceSpan(node.value, sign, sign + 1).start, node.textSpan.end);
  return {
    title: 'Move the comment to its own line',
    edits: [
      {
        start: node.span.start,
        end: node.span.start,
        text: `${comment
          .split('\n')
          .map((line) => line.trim())
          .join(' ')}\n`,
      },
      { ...toSourceSpan(node.value, blank, node.value.text.length), text: '' },
    ],
    preferred: true,
  };
}
