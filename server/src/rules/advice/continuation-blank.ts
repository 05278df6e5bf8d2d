import type { FileRule, Fix } from '../../engine/rule.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { Block, PlacedBlock } from '../../syntax/tree.ts';
import { memoizeList } from '../../text/memoize.ts';

export const continuationBlank: FileRule = {
  id: 'continuation-blank',
  scope: 'file',
  docs: {
    what: 'Blanks after a backslash at the end of a line.',
    severities: ['info'],
    why: 'Only a backslash that is the very last character continues a line; this one becomes part of the value, and the next line stands alone.',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const { text } = file.source.tree;
    for (const { placed, judged } of file.allBlocks) {
      for (const index of endingInBackslash(placed.block)) {
        const start = endOfText(placed, index);
        const { end } = lineAt(text, start);
        if (end === start || !isSingle(text, start)) continue;
        const place = { start: start - 1, end, severity: 'info', section: judged.section } as const;
        report.lazily(place, () => ({ ...place, ...adviceOn(text, start, end) }));
      }
    }
  },
};

/** Where the last character of a line's text stands that is not a blank. */
function endOfText({ block, start }: PlacedBlock, index: number): number {
  const content = block.contents[index]!;
  const end = content.kind === 'assignment' || content.kind === 'error' ? content.textSpan.end : 0;
  return start + block.offsets[index]! + end;
}

/** Whether the backslash before a place is not one of a pair. */
function isSingle(text: string, end: number): boolean {
  let first = end;
  while (text[first - 1] === '\\') first--;
  return (end - first) % 2 === 1;
}

/** What follows is a line of its own, which should not become part of the value unasked. */
const STANDS_ALONE = /^\r?\n[ \t]*(\[|[A-Za-z0-9-]+[ \t]*=|\r?\n|$)/;

function adviceOn(text: string, start: number, end: number): { message: string; fixes: Fix[] } {
  if (STANDS_ALONE.test(text.slice(end, end + 200))) {
    const message =
      'The blanks after the backslash keep it from continuing the line, so it is a part of the value. Remove it.';
    return { message, fixes: [{ title: 'Remove the backslash', edits: [{ start: start - 1, end, text: '' }] }] };
  }
  const message = 'The blanks after the backslash keep it from continuing the line. Remove them.';
  return { message, fixes: [{ title: 'Remove the blanks', edits: [{ start, end, text: '' }], preferred: true }] };
}

const endingInBackslash = memoizeList(({ contents }: Block): readonly number[] =>
  contents.flatMap((content, index) => {
    const text = content.kind === 'assignment' ? content.value.text : content.kind === 'error' ? content.text.text : '';
    return text.endsWith('\\') ? [index] : [];
  }),
);
