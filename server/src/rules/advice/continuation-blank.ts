import { lineAt } from '../../syntax/lines.ts';
import type { FileRule } from '../rule.ts';

export const continuationBlank: FileRule = {
  id: 'continuation-blank',
  scope: 'file',
  docs: {
    what: 'Blanks after a backslash at the end of a line.',
    why: 'Only a backslash that is the very last character continues a line; this one becomes part of the value, and the next line stands alone.',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const { text } = file.source.tree;
    for (const { section, status } of file.sections) {
      for (const node of status === 'known' ? section.nodes : []) {
        if (node.kind !== 'assignment' && node.kind !== 'junk') continue;
        const start = node.textSpan.end;
        if (text[start - 1] !== '\\') continue;
        const { end } = lineAt(text, start);
        if (end === start || !/(^|[^\\])(\\\\)*\\$/.test(text.slice(node.textSpan.start, start))) continue;
        const message = 'The blanks after the backslash keep it from continuing the line. Remove them.';
        const fix = { title: 'Remove the blanks', edits: [{ start, end, text: '' }], preferred: true };
        report({ start: start - 1, end, severity: 'info', message, section: section.name, fixes: [fix] });
      }
    }
  },
};
