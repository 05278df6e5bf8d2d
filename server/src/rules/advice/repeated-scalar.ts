import { isScalar } from '../../schema/cardinality.ts';
import type { Directive } from '../../schema/directives.ts';
import { remembered } from '../../text/remembered.ts';
import { assignmentIn, firstLineIn, type JudgedBlock, type PlacedJudgement } from '../../units/judged-block.ts';
import { atAssignment, removal } from '../place.ts';
import type { FileRule, Report } from '../rule.ts';

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
    const later = new Map<Directive, Line>();
    for (const place of [...file.blocks].reverse()) {
      const indexes = scalarsIn(place.judged);
      for (let i = indexes.length - 1; i >= 0; i--) {
        const index = indexes[i]!;
        const directive = place.judged.verdicts[index]!.directive!;
        const winner = later.get(directive);
        later.set(directive, { place, index });
        if (winner && !isEmpty({ place, index }) && !isEmpty(winner)) tell({ place, index }, winner, report);
      }
    }
  },
};

/** An assignment of a block. */
interface Line {
  readonly place: PlacedJudgement;
  readonly index: number;
}

const isEmpty = ({ place, index }: Line): boolean => assignmentIn(place, index).value.text === '';

function tell({ place, index }: Line, winner: Line, report: Report): void {
  const { source } = place;
  const outline = { ...firstLineIn(place, index, source.tree.text), source, severity: 'info' } as const;
  report.later(outline, () => {
    const assignment = place.at(index);
    const { node } = winner.place.at(winner.index);
    return {
      ...atAssignment(assignment),
      ...outline,
      message: `${node.key}= is assigned again below, and the last assignment wins: this one has no effect.`,
      fixes: [removal(assignment)],
      related: [{ ...node.textSpan, source, message: 'This one wins' }],
      tag: 'unnecessary',
    };
  });
}

const scalarsIn = remembered(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) =>
    verdict?.accepted && verdict.directive && isScalar(verdict.directive) ? [index] : [],
  ),
);
