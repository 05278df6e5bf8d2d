import { lastAtMost } from '../text/binary-search.ts';
import { type LineIndex, lineIndex, lineStarts } from '../text/line-index.ts';
import { memoize } from '../text/memoize.ts';
import { blockIndexAt } from './blocks.ts';
import type { Block, PlacedBlock, UnitFile } from './tree.ts';

/**
 * The editor's lines of a file. Those of a block are found once: what an edit moves is not searched again. systemd's
 * lines are not quite the editor's (see `lines.ts`), so that only blocks which end in a line feed are kept for themselves.
 */
export const editorLines = memoize(({ text, blocks }: UnitFile): LineIndex => {
  if (!endInLineFeeds(text, blocks)) return lineIndex(text);
  const firstLines = new Array<number>(blocks.length);
  let lineCount = 1;
  for (let at = 0; at < blocks.length; at++) {
    firstLines[at] = lineCount - 1;
    lineCount += startsIn(blocks[at]!, text).length - 1;
  }
  const lineStart = (line: number): number => {
    if (line >= lineCount) return text.length;
    const at = lastAtMost(blocks.length, line, (index) => firstLines[index]!);
    return blocks[at]!.start + startsIn(blocks[at]!, text)[Math.max(0, line - firstLines[at]!)]!;
  };
  return {
    lineCount,
    lineStart,
    columnAt: (offset, line) => offset - lineStart(line),
    width: (start, end) => end - start,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const index = blockIndexAt(blocks, at);
      const { start } = blocks[index]!;
      const starts = startsIn(blocks[index]!, text);
      const line = lastAtMost(starts.length, at - start, (each) => starts[each]!);
      return { line: firstLines[index]! + line, character: at - start - starts[line]! };
    },
    offsetAt: ({ line, character }) => Math.min(lineStart(line) + Math.max(0, character), lineStart(line + 1)),
  };
});

/** Whether every block of a file begins and ends where an editor's line does. */
export const endInLineFeeds = (text: string, blocks: readonly PlacedBlock[]): boolean =>
  blocks.length > 0 && blocks.every(({ end }, index) => index === blocks.length - 1 || text[end - 1] === '\n');

/** Where the lines of a block start in it; where it ends as well, if a line starts there. */
function startsIn({ block, start }: PlacedBlock, text: string): readonly number[] {
  const cell = startsOf(block);
  cell.starts ??= lineStarts(text.slice(start, start + block.length));
  return cell.starts;
}

const startsOf = memoize((_: Block): { starts?: readonly number[] } => ({}));
