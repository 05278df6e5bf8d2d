import type { JudgedFile } from '../../engine/judged-file.ts';
import { fatal, faultyIn, type Line, type LineContent } from '../../engine/refusal.ts';
import type { FileRule, Finding } from '../../engine/rule.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { Block } from '../../syntax/tree.ts';
import { type WideEncoding, wideEncoding } from '../../syntax/wide-text.ts';
import { memoizeList } from '../../text/memoize.ts';
import { REFUSES } from '../../values/problem.ts';

export const invalidUtf8: FileRule = {
  id: 'invalid-utf8',
  scope: 'file',
  docs: {
    what: 'A header or assignment with bytes that are not UTF-8, or with characters that never stand for text.',
    severities: ['error', 'warning'],
    why: 'systemd refuses the whole unit, and so a file in another encoding such as UTF-16. In comments a wrong byte does no harm.',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const encoding = wideEncoding(file.source.tree.text);
    if (encoding) report(savedAs(encoding, file));
    const said = fatal(file, 'This is not valid UTF-8; systemd refuses the unit. Save the file in the encoding UTF-8.');
    for (const placed of file.source.tree.blocks) {
      const lines = invalidIn(placed.block);
      if (lines.length === 0) continue;
      report.batch({ placed, source: file.source }, said.severity, lines, {
        spanOf: (index) => (placed.nodeAt(index) as Line).invalidText!,
        describe: (_, outline) => ({ ...outline, ...said }),
      });
    }
  },
};

/** What is said of a file in an encoding that systemd does not read; an editor may show its text all the same. */
export function savedAs(
  encoding: WideEncoding,
  file: JudgedFile,
): Pick<Finding, 'start' | 'end' | 'severity' | 'message'> {
  const drops = file.source.identity.role === 'drop-in' ? 'systemd skips the whole drop-in' : REFUSES;
  const message = `This file is saved as ${encoding}, which systemd does not read; ${drops}. Save it in the encoding UTF-8.`;
  return { start: 0, end: 0, ...fatal(file, message) };
}

const invalidIn = memoizeList((block: Block): readonly number[] =>
  faultyIn(block).filter((index) => (block.contents[index] as LineContent).invalidText),
);

export const lineTooLong: FileRule = {
  id: 'line-too-long',
  scope: 'file',
  docs: {
    what: 'A line of more than 1 MiB, its continuations included.',
    severities: ['error', 'warning'],
    why: 'systemd refuses a unit with a longer line (LONG_LINE_MAX in src/basic/fileio.h).',
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

const tooLongIn = memoizeList((block: Block): readonly number[] =>
  faultyIn(block).filter((index) => (block.contents[index] as LineContent).tooLong),
);
