import type { JudgedFile } from '../../engine/judged-file.ts';
import { fatal, headerFault, isBadHeader } from '../../engine/refusal.ts';
import type { FileRule, Fix } from '../../engine/rule.ts';
import { isSectionless } from '../../engine/schema.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { HeaderNode, Node } from '../../syntax/tree.ts';
import { homesOf } from './directive-unknown.ts';

export const sectionHeader: FileRule = {
  id: 'section-header',
  scope: 'file',
  docs: {
    what: 'A line that starts with [ and is not a section header.',
    severities: ['error', 'warning'],
    why: 'systemd stops reading there and refuses the whole unit. Nothing may follow the closing bracket, not even a comment; quotes, backslashes and control characters may not stand in a name, and since systemd 262 neither may [, * and ?.',
    bad: '[Service] # the main part\nExecStart=/bin/true',
    good: '# the main part\n[Service]\nExecStart=/bin/true',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    for (const placed of file.source.tree.blocks) {
      if (!isBadHeader(placed.block, file.version)) continue;
      const header = placed.nodeAt(0) as HeaderNode;
      const fault = headerFault(header, file.version)!;
      report({ ...header.textSpan, ...fatal(file, messages[fault](header)), fixes: fixes(header) });
    }
  },
};

const messages = {
  unclosed: ({ name }: HeaderNode) =>
    `A section header ends with ] and nothing may follow it; systemd refuses the unit. Write [${name}] alone on the line.`,
  unsafe: () =>
    'The name of a section cannot contain quotes, brackets, stars, question marks, backslashes or control characters; systemd refuses the unit.',
  empty: () => 'A section needs a name; systemd refuses the unit.',
};

/** `[Service] # main` becomes a comment above the header, `[Service` is closed. */
function fixes({ closed, name, nameSpan, textSpan }: HeaderNode): Fix[] {
  if (closed || name === '' || nameSpan.end - nameSpan.start !== name.length) return [];
  const trimmed = name.trimEnd();
  if (nameSpan.end === textSpan.end) {
    const at = nameSpan.start + trimmed.length;
    return /^[A-Za-z][\w-]*$/.test(trimmed)
      ? [{ title: 'Close the bracket', edits: [{ start: at, end: textSpan.end, text: ']' }], preferred: true }]
      : [];
  }
  return [{ title: `Keep only [${name}]`, edits: [{ start: nameSpan.end + 1, end: textSpan.end, text: '' }] }];
}

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
    if (isSectionless(file.schema, identity)) return;
    for (const node of tree.preamble.nodes) {
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
