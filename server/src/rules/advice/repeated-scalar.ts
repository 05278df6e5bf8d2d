import { isScalar } from '../../schema/cardinality.ts';
import type { Directive } from '../../schema/directives.ts';
import type { JudgedAssignment } from '../../units/judged-file.ts';
import { atAssignment, removal } from '../place.ts';
import type { FileRule } from '../rule.ts';

export const repeatedScalar: FileRule = {
  id: 'repeated-scalar',
  scope: 'file',
  docs: {
    what: 'A directive with one value that is assigned again further down.',
    why: 'The last assignment wins without a word; this one has no effect.',
    bad: '[Service]\nType=oneshot\nExecStart=/usr/bin/example\nType=simple',
    good: '[Service]\nType=simple\nExecStart=/usr/bin/example',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const later = new Map<Directive, JudgedAssignment>();
    for (let i = file.assignments.length - 1; i >= 0; i--) {
      const assignment = file.assignments[i]!;
      const { node, directive } = assignment;
      if (!assignment.accepted || !directive || !isScalar(directive)) continue;
      const winner = later.get(directive);
      later.set(directive, assignment);
      if (!winner || node.value.text === '' || winner.node.value.text === '') continue;
      report({
        ...atAssignment(assignment),
        severity: 'info',
        message: `${node.key}= is assigned again below, and the last assignment wins: this one has no effect.`,
        fixes: [removal(assignment)],
        related: [{ ...winner.node.textSpan, source: winner.source, message: 'This one wins' }],
        tag: 'unnecessary',
      });
    }
  },
};
