import type { JudgedFile } from '../../engine/judged-file.ts';
import type { FileRule, Fix } from '../../engine/rule.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { Node } from '../../syntax/tree.ts';
import { homesOf } from './directive-unknown.ts';

export const assignmentOutsideSection: FileRule = {
  id: 'assignment-outside-section',
  scope: 'file',
  docs: {
    what: 'A line before the first section header that is neither blank nor a comment.',
    severities: ['warning'],
    why: 'systemd reads assignments only below a section header, and ignores this line.',
    bad: 'Description=Example\n[Unit]',
    good: '[Unit]\nDescription=Example',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const { tree, identity } = file.source;
    const [first = 'Unit'] = file.schema.sectionsOf(identity);
    for (const node of tree.preamble) {
      if (node.kind !== 'assignment' && node.kind !== 'error') continue;
      const { start } = node.textSpan;
      const end = Math.min(node.textSpan.end, lineAt(tree.text, start).end);
      report.lazily({ start, end, severity: 'warning' }, () => {
        const isComment = /^[#;]/.test(tree.text.slice(start, start + 1));
        const message = isComment
          ? 'The byte order mark at the start of the file hides the comment sign: systemd takes this line for an assignment outside of a section and ignores it. Save the file as UTF-8 without a byte order mark.'
          : `This line stands before the first section header; systemd ignores it. Write a header such as [${first}] above it.`;
        const fixes = isComment
          ? [
              {
                title: 'Remove the byte order mark',
                edits: [{ start: node.span.start, end: start, text: '' }],
                preferred: true,
              },
            ]
          : withHeader(node, file);
        return { start, end, severity: 'warning', message, fixes };
      });
    }
  },
};

/** The header of the one section of this kind of file that knows the key. */
function withHeader(node: Node, file: JudgedFile): Fix[] {
  if (node.kind !== 'assignment') return [];
  const [home, ...more] = homesOf(node.key, file);
  if (!home || more.length > 0) return [];
  const edit = { start: node.span.start, end: node.span.start, text: `[${home}]\n` };
  return [{ title: `Write [${home}] above it`, edits: [edit], preferred: true }];
}
