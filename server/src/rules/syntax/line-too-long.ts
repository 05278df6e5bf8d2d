import { fatal } from '../../engine/fatal.ts';
import { faultyIn, type Line, type LineContent } from '../../engine/refusal.ts';
import type { FileRule } from '../../engine/rule.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { Block } from '../../syntax/tree.ts';
import { memoize } from '../../text/memoize.ts';

export const lineTooLong: FileRule = {
  id: 'line-too-long',
  scope: 'file',
  docs: {
    what: 'A line of more than 1 MiB, its continuations included.',
    severities: ['error', 'warning'],
    why: 'systemd reads no longer lines and refuses the unit (LONG_LINE_MAX in src/basic/fileio.h).',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const { tree } = file.source;
    for (const placed of tree.blocks) {
      for (const index of tooLongIn(placed.block)) {
        const { start, end } = (placed.nodeAt(index) as Line).textSpan;
        const message = 'This line is longer than 1 MiB; systemd refuses the unit.';
        report({ start, end: Math.min(end, lineAt(tree.text, start).end), ...fatal(file, message) });
      }
    }
  },
};

const tooLongIn = memoize((block: Block): readonly number[] =>
  faultyIn(block).filter((index) => (block.contents[index] as LineContent).tooLong),
);
