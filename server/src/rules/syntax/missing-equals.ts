import { directivesOf } from '../../schema/directives.ts';
import { placesOf } from '../../syntax/file.ts';
import type { JunkNode, NodeContent } from '../../syntax/tree.ts';
import { nearest } from '../../text/distance.ts';
import type { Span } from '../../text/span.ts';
import type { JudgedFile } from '../../units/judged-file.ts';
import type { FileRule, Finding, Fix } from '../rule.ts';

export const missingEquals: FileRule = {
  id: 'missing-equals',
  scope: 'file',
  docs: {
    what: 'A line of a section without =.',
    why: 'systemd ignores the line. Often the line above was meant to continue: only a backslash as its very last character does that, and a blank line ends it.',
    bad: '[Service]\nExecStart=/usr/bin/example --verbose\n  --log=/var/log/example\nType: simple',
    good: '[Service]\nExecStart=/usr/bin/example --verbose \\\n  --log=/var/log/example\nType=simple',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    forJunk(file, 'missing-equals', (span, section, node) =>
      report.later({ ...span, severity: 'warning' }, () => finding(node(), section, file.version)),
    );
  },
};

function finding(node: JunkNode, section: string, version: number): Finding {
  const { text } = node.text;
  const colon = /^(\w+)\s*:\s*/.exec(text);
  const known = directivesOf(section, version).map(({ key }) => key);
  const key = colon && nearest(colon[1]!, known);
  const fixes: Fix[] = key
    ? [
        {
          title: `Change to ${key}=`,
          edits: [{ start: node.textSpan.start, end: node.textSpan.start + colon[0].length, text: `${key}=` }],
          preferred: true,
        },
      ]
    : [];
  const advice = key
    ? `Write ${key}= with an equals sign.`
    : 'Write Name=value, or end the line above with a backslash if this continues it.';
  return {
    ...node.textSpan,
    severity: 'warning',
    message: `This line has no =; systemd ignores it. ${advice}`,
    section,
    fixes,
  };
}

/** Lines that are no assignment, in the sections systemd reads; their nodes are made when they are asked for. */
export function forJunk(
  file: JudgedFile,
  fault: JunkNode['fault'],
  tell: (span: Span, section: string, node: () => JunkNode) => void,
): void {
  for (const { section, status } of file.sections) {
    if (status !== 'known') continue;
    for (const placed of section.blocks) {
      const { contents, offsets } = placed.block;
      for (const index of placesOf.junk(placed.block)) {
        const content = contents[index] as JunkContent;
        if (content.fault !== fault) continue;
        const from = placed.start + offsets[index]!;
        const span = { start: from + content.textSpan.start, end: from + content.textSpan.end };
        tell(span, section.name, () => placed.nodeAt(index) as JunkNode);
      }
    }
  }
}

type JunkContent = Extract<NodeContent, { kind: 'junk' }>;
