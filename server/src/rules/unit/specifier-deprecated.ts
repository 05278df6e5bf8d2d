import { atValue } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { specifiersOf } from '../../values/specifiers.ts';
import { specifiersIn } from '../../values/traits.ts';

export const specifierDeprecated: AssignmentRule = {
  id: 'specifier-deprecated',
  scope: 'assignment',
  docs: {
    what: 'One of the specifiers %c, %r and %R for control groups.',
    severities: ['warning'],
    why: 'systemd warns: what they stand for is not the path of the control group any more. A process reads it from /proc/self/cgroup.',
    bad: '[Service]\nExecStart=/usr/bin/example --cgroup=%c',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report, file) {
    const { text } = assignment.node.value;
    if (!text.includes('%') || !assignment.accepted || !isExpanded(assignment, file.version)) return;
    const letters = specifiersOf(file.version).flatMap(({ letter, deprecated }) => (deprecated ? [letter] : []));
    const isBehindColon = colonsIn(assignment, file.version);
    for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 2)) {
      if (!letters.includes(text.charAt(at + 1)) || isBehindColon(at)) continue;
      const outline = { ...atValue(assignment, at, at + 2), severity: 'warning' } as const;
      report.lazily(outline, () => {
        const message = `The specifier ${text.slice(at, at + 2)} is deprecated and does not work as intended, as systemd warns. Take it out.`;
        return { ...outline, message, tag: 'deprecated' };
      });
    }
  },
};

/** Where names of units stand, these are not known at all. */
function isExpanded({ directive }: JudgedAssignment, version: number): boolean {
  const reach = directive && specifiersIn(directive, version);
  return reach !== undefined && reach !== 'names';
}

/** Whether a place is behind the colon up to which specifiers are replaced; asked of one place after the other. */
function colonsIn({ directive, node }: JudgedAssignment, version: number): (at: number) => boolean {
  const reach = directive && specifiersIn(directive, version);
  if (reach !== 'to-colon' && reach !== 'to-colon-of-word') return () => false;
  const { text } = node.value;
  const isOfWord = reach === 'to-colon-of-word';
  let isBehind = false;
  let read = 0;
  return (at) => {
    for (; read < at; read++) {
      if (text[read] === ':') isBehind = true;
      else if (isOfWord && (text[read] === ' ' || text[read] === '\t')) isBehind = false;
    }
    return isBehind;
  };
}
