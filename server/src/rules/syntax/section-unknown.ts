import type { FileRule } from '../../engine/rule.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { unitKinds } from '../../schema/kinds.ts';
import { nearest } from '../../text/edit-distance.ts';
import { listWords } from '../../values/problem.ts';

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

/** `[Timer]` in a service: the kind of unit it is the section of. */
function ownKind(name: string): string {
  const kind = unitKinds.find((each) => each === name.toLowerCase());
  return kind ? `[${name}] belongs in a .${kind} unit. ` : '';
}
