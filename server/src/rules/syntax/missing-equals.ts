import { directivesOf } from '../../schema/directives.ts';
import type { JunkNode } from '../../syntax/tree.ts';
import { nearest } from '../../text/distance.ts';
import type { JudgedFile } from '../../units/judged-file.ts';
import type { FileRule, Fix } from '../rule.ts';

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
    for (const { node, section } of junkOf(file, 'missing-equals')) {
      const { text } = node.text;
      const colon = /^(\w+)\s*:\s*/.exec(text);
      const known = directivesOf(section, file.version).map(({ key }) => key);
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
      report({
        ...node.textSpan,
        severity: 'warning',
        message: `This line has no =; systemd ignores it. ${advice}`,
        section,
        fixes,
      });
    }
  },
};

/** Lines that are no assignment, in the sections systemd reads. */
export function junkOf(file: JudgedFile, fault: JunkNode['fault']): { node: JunkNode; section: string }[] {
  return file.sections.flatMap(({ section, status }) =>
    (status === 'known' ? section.junk : [])
      .filter((node) => node.fault === fault)
      .map((node) => ({ node, section: section.name })),
  );
}
