import { isScalar } from '../../schema/cardinality.ts';
import type { Directive } from '../../schema/directives.ts';
import { remembered } from '../../text/remembered.ts';
import { type JudgedAssignment, type JudgedBlock, pick } from '../../units/judged-block.ts';
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
    for (const assignment of pick(file.blocks, scalarsIn).reverse()) {
      const { node } = assignment;
      const directive = assignment.directive!;
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

const scalarsIn = remembered(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) =>
    verdict?.accepted && verdict.directive && isScalar(verdict.directive) ? [index] : [],
  ),
);
