import { fatal } from '../../engine/fatal.ts';
import { headerFault } from '../../engine/refusal.ts';
import type { FileRule, Fix } from '../../engine/rule.ts';
import type { HeaderNode } from '../../syntax/tree.ts';

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
    for (const { section } of file.sections) {
      const { header } = section;
      const fault = headerFault(header, file.version);
      if (!fault) continue;
      report({ ...header.textSpan, ...fatal(file, messages[fault](header)), fixes: fixes(header) });
    }
  },
};

const messages = {
  unclosed: ({ name }: HeaderNode) =>
    `A section header ends with ] and nothing may follow it; systemd refuses the unit. Write [${name}] alone on the line.`,
  unsafe: () =>
    'The name of a section has no quotes, brackets, stars, question marks, backslashes or control characters; systemd refuses the unit.',
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
