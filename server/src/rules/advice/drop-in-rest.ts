import type { FileRule } from '../../engine/rule.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { UnitFile } from '../../syntax/tree.ts';

export const dropInRest: FileRule = {
  id: 'drop-in-rest',
  scope: 'file',
  docs: {
    what: 'The rest of a drop-in, below a line for which systemd would refuse a unit file.',
    severities: ['hint'],
    why: 'systemd loads the unit without the rest of this drop-in: settings there have no effect, and are not judged until the line above is mended.',
    bad: '# web.service.d/10.conf\n[Service]\nUser=a/b\nNice=5',
    good: '# web.service.d/10.conf\n[Service]\nUser=a-b\nNice=5',
    manual: ['systemd.unit(5)'],
  },
  check({ source, cutOff }, report) {
    const rest = cutOff && settingsBelow(source.tree, cutOff.end);
    if (!rest) return;
    const message = 'systemd does not read this: it skips the rest of the drop-in after the line above.';
    report({ ...rest, severity: 'hint', message, tag: 'unnecessary' });
  },
};

/** From the first line below a place that is more than a comment to the end of the last one. */
function settingsBelow({ blocks, text }: UnitFile, from: number): { start: number; end: number } | undefined {
  const nodes = blocks.filter(({ end }) => end > from).flatMap((placed) => placed.nodes);
  const below = nodes.filter((node) => node.start >= from && node.kind !== 'blank' && node.kind !== 'comment');
  const [first, last] = [below[0], below.at(-1)];
  return first && last && { start: first.start, end: lineAt(text, lastLineOf(text, last.span)).end };
}

/** Where the last physical line of a node begins. */
function lastLineOf(text: string, { start, end }: { start: number; end: number }): number {
  let line = lineAt(text, start);
  while (line.next < end) line = lineAt(text, line.next);
  return line.start;
}
