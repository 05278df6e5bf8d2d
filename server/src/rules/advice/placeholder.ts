import type { FileRule } from '../../engine/rule.ts';
import { fileKindOfPath } from '../../schema/file-kind.ts';
import { placeholderSpans } from '../../syntax/placeholders.ts';

const QUOTED = 40;

export const placeholder: FileRule = {
  id: 'placeholder',
  scope: 'file',
  docs: {
    what: 'A file from which a tool makes the unit: by its name (web.service.in, web.service.j2), or because something such as @BINDIR@, {{ name }}, {% if %}, ${PREFIX} or __APP__ stands in it.',
    severities: ['info', 'hint'],
    why: 'Lines with placeholders are not judged, and neither is the unit as a whole, since nobody knows yet what will stand there. All other lines are judged.',
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
