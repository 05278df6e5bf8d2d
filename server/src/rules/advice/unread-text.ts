import type { FileRule } from '../../engine/rule.ts';
import { fileKindOfPath } from '../../schema/file-kind.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import { placeholderSpans } from '../../syntax/placeholders.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import { LONGEST_FILE } from '../../syntax/unreadable-file.ts';

const WHY = {
  hidden: 'Its name begins with a dot, and systemd passes over hidden files; nothing in it is judged.',
  suffix: 'Its name does not end in .conf, and systemd reads no other drop-ins; nothing in it is judged.',
};

export const dropInName: FileRule = {
  id: 'drop-in-name',
  scope: 'file',
  docs: {
    what: 'A file in a drop-in folder that systemd does not read.',
    severities: ['info'],
    why: 'In folders such as web.service.d/ systemd reads files whose names end in .conf and do not begin with a dot. It skips backups such as 10-limits.conf~ and 10-limits.conf.rpmsave silently.',
    bad: '# web.service.d/override\n[Service]\nNice=5',
    good: '# web.service.d/override.conf\n[Service]\nNice=5',
    manual: ['systemd.unit(5)'],
  },
  check({ source }, report) {
    const { skipped } = source.identity;
    if (!skipped) return;
    const message = WHY[skipped];
    report({ ...(source.tree.sections[0]?.header.textSpan ?? { start: 0, end: 0 }), severity: 'info', message });
  },
};

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

export const fileTooLong: FileRule = {
  id: 'file-too-long',
  scope: 'file',
  docs: {
    what: 'A file of more than eight million characters, which is not judged.',
    severities: ['info'],
    why: 'systemd would read it line by line; an editor would wait for it with every keystroke. Nothing is checked, completed or explained in such a file.',
  },
  check(file, report) {
    const { tree } = file.source;
    if (tree.text.length <= LONGEST_FILE) return;
    const millions = Math.round(tree.text.length / 1e6);
    const message = `This file has ${millions} million characters. That is too long to be judged: nothing is checked, completed or explained in it.`;
    report({ start: 0, end: 0, severity: 'info', message });
  },
};

const QUOTED = 40;

export const placeholder: FileRule = {
  id: 'placeholder',
  scope: 'file',
  docs: {
    what: 'A file from which a tool makes the unit: by its name (web.service.in, web.service.j2), or because something such as @BINDIR@, {{ name }}, {% if %}, ${PREFIX} or __APP__ stands in it.',
    severities: ['info', 'hint'],
    why: 'Lines with placeholders are not judged, and neither is the unit as a whole, since what will stand there is not known yet. All other lines are judged.',
    bad: '[Service]\nExecStart=@BINDIR@/web\nRestart=always',
    good: '[Service]\nExecStart=/usr/bin/web\nRestart=always',
  },
  check({ source }, report) {
    const { tree, identity, path } = source;
    const first = identity.isSource ? placeholderSpans(tree)[0] : undefined;
    if (!first) return;
    const text = tree.text.slice(first.start, Math.min(first.end, first.start + QUOTED)).split(/[\n\r]/, 1)[0]!;
    const byName = fileKindOfPath(path)?.isSource === true;
    const message = `${text} is filled in before systemd reads the unit, so this file is judged around its placeholders only.`;
    report({ start: first.start, end: first.start + text.length, severity: byName ? 'hint' : 'info', message });
  },
};
