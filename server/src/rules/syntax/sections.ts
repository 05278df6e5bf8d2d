import type { JudgedFile } from '../../engine/judged-file.ts';
import { fatal, headerFault, isBadHeader } from '../../engine/refusal.ts';
import type { FileRule, Fix, Report } from '../../engine/rule.ts';
import { isSectionless } from '../../engine/schema.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { unitKinds } from '../../schema/kinds.ts';
import { lineAt } from '../../syntax/physical-line.ts';
import type { HeaderNode, Node } from '../../syntax/tree.ts';
import { nearest } from '../../text/edit-distance.ts';
import { listWords } from '../../values/problem.ts';
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

/** A file may have thousands of sections: they are told in parts, as lines are in blocks. */
const MOST_AT_ONCE = 64;

export const sectionUnknown: FileRule = {
  id: 'section-unknown',
  scope: 'file',
  docs: {
    what: 'A section that systemd does not read in this kind of unit.',
    severities: ['warning'],
    why: 'Everything in an unknown section is ignored, so the settings in it have no effect. Sections for other programs start with X-.',
    bad: '[Servce]\nExecStart=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.unit(5)'],
  },
  check(file, report) {
    const { schema, source } = file;
    const { identity } = source;
    // Most files have no such section, and some have thousands of others.
    if (file.allBlocks.length === source.tree.blocks.length) return;
    if (isSectionless(schema, identity)) return reportHeaders(file, report);
    const known = schema.sectionsOf(identity);
    for (let from = 0; from < file.sections.length; from += MOST_AT_ONCE) {
      const some = file.sections.slice(from, from + MOST_AT_ONCE);
      const unknown = some.filter(({ section, status }) => status === 'unknown' && section.header.closed);
      if (unknown.length === 0) continue;
      const placed = { start: some[0]!.section.span.start, end: some.at(-1)!.section.span.end };
      report.batch({ placed, source }, 'warning', unknown, {
        spanOf: ({ section }) => section.header.nameSpan,
        describe: ({
          section: {
            header: { name, nameSpan },
          },
        }) => {
          const guess = nearest(name, known);
          const advice = guess
            ? `Did you mean [${guess}]?`
            : `${asUnitFile(identity) ? ownKind(name) : ''}${schema.nameOf(identity)} has ${listWords(
                known.map((item) => `[${item}]`),
                'and',
              )}.`;
          return {
            ...nameSpan,
            severity: 'warning',
            message: `Unknown section [${name}]; systemd ignores everything in it. ${advice}`,
            section: name,
            fixes: guess
              ? [{ title: `Change to [${guess}]`, edits: [{ ...nameSpan, text: guess }], preferred: true }]
              : [],
          };
        },
      });
    }
  },
};

/** A file without sections: a header hides what stands below it. */
function reportHeaders({ sections, schema, source }: JudgedFile, report: Report): void {
  for (const { section } of sections) {
    const { header, assignments } = section;
    if (!header.closed || assignments.every(({ key }) => key.startsWith('X-'))) continue;
    const { start, end } = header.span;
    report({
      ...header.nameSpan,
      severity: 'warning',
      message: `${schema.nameOf(source.identity)} has no sections; systemd ignores everything below [${header.name}]. Remove this line.`,
      section: header.name,
      fixes: [{ title: `Remove [${header.name}]`, edits: [{ start, end, text: '' }], preferred: true }],
    });
  }
}

/** `[Timer]` in a service: the kind of unit it is the section of. */
function ownKind(name: string): string {
  const kind = unitKinds.find((each) => each === name.toLowerCase());
  return kind ? `[${name}] belongs in a .${kind} unit. ` : '';
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
