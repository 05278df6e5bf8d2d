import type { Span } from '../../text/span.ts';
import { atValue } from '../place.ts';
import type { AssignmentRule, Fix } from '../rule.ts';
import { isCommandLine } from './shell-syntax.ts';

/** The formats of `date … +%Y-%m-%d`: behind the first plus sign of the command, up to a blank, quote or bracket. */
function* formatsIn(text: string): Generator<Span> {
  let stop = -1;
  let from = 0;
  for (const { index } of text.matchAll(/\bdate\b/g)) {
    if (index < from) continue;
    if (stop < index) stop = endOf(text, index, /[;|&+]/g);
    if (text[stop] !== '+') continue;
    const start = /["']/.test(text[stop + 1] ?? '') ? stop + 2 : stop + 1;
    from = endOf(text, start, /[\s"'`)]/g);
    yield { start, end: from };
  }
}

/** Where one of some marks stands, from a place on. */
function endOf(text: string, from: number, marks: RegExp): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? text.length;
}

export const dateFormat: AssignmentRule = {
  id: 'date-format',
  scope: 'assignment',
  docs: {
    what: 'A format of date(1) with single percent signs in a command.',
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
