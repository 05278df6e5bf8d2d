import type { JudgedFile } from '../../engine/judged-file.ts';
import type { FileRule, Finding, Report } from '../../engine/rule.ts';
import { isSectionless } from '../../engine/schema.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { unitKinds } from '../../schema/kinds.ts';
import { theTarget } from '../../schema/targets.ts';
import type { HeaderNode } from '../../syntax/tree.ts';
import { nearest } from '../../text/edit-distance.ts';
import { listWords } from '../../values/problem.ts';

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
    if (isSectionless(schema, identity)) return reportHeaders(file, report);
    const known = schema.sectionsOf(identity);
    const isUnknown = (name: string): boolean => !known.includes(name);
    reportUnread(file, report, isUnknown, ({ name, nameSpan }) => {
      const guess = nearest(name, [...file.known]);
      const advice = guess
        ? `Did you mean [${guess}]?`
        : `${asUnitFile(identity) ? ownKind(name) : ''}${schema.nameOf(identity)} has ${listWords(
            known.map((item) => `[${item}]`),
            'and',
          )}.`;
      return {
        message: `Unknown section [${name}]; systemd ignores everything in it. ${advice}`,
        fixes: guess ? [{ title: `Change to [${guess}]`, edits: [{ ...nameSpan, text: guess }], preferred: true }] : [],
      };
    });
  },
};

export const sectionTooNew: FileRule = {
  id: 'section-too-new',
  scope: 'file',
  docs: {
    what: 'A section that is newer than the target version of systemd.',
    severities: ['warning'],
    why: 'systemd of that version ignores everything in the section. The version is set with systemdUnits.systemdVersion.',
    bad: '[Match]\nName=lan0\n# with systemd 252 as the target\n[ClassfulMultiQueueing]\nParent=root',
    manual: ['systemd.network(5)', 'systemd.netdev(5)', 'systemd.link(5)', 'networkd.conf(5)'],
  },
  check(file, report) {
    const { schema, source, version } = file;
    if (isSectionless(schema, source.identity)) return;
    const firstRelease = (name: string): number => schema.firstRelease?.(name, source.identity) ?? 0;
    const isTooNew = (name: string): boolean => firstRelease(name) > version;
    reportUnread(file, report, isTooNew, ({ name }) => ({
      message: `[${name}] exists since systemd ${firstRelease(name)}; ${theTarget(version)} ignores everything in it.`,
    }));
  },
};

/** A file may have thousands of sections: they are told in parts, as lines are in blocks. */
const MOST_AT_ONCE = 64;

/** Reports at their headers the sections of which systemd reads nothing, and that are so called. */
function reportUnread(
  file: JudgedFile,
  report: Report,
  isMeant: (name: string) => boolean,
  describe: (header: HeaderNode) => Pick<Finding, 'message' | 'fixes'>,
): void {
  const { source, sections } = file;
  // Most files have no such section, and some have thousands of others.
  if (file.allBlocks.length === source.tree.blocks.length) return;
  for (let from = 0; from < sections.length; from += MOST_AT_ONCE) {
    const some = sections.slice(from, from + MOST_AT_ONCE);
    const unread = some.filter(
      ({ section: { header }, status }) => status === 'unknown' && header.closed && isMeant(header.name),
    );
    if (unread.length === 0) continue;
    const placed = { start: some[0]!.section.span.start, end: some.at(-1)!.section.span.end };
    report.batch({ placed, source }, 'warning', unread, {
      spanOf: ({ section }) => section.header.nameSpan,
      describe: ({ section: { header } }) => ({
        ...header.nameSpan,
        severity: 'warning',
        section: header.name,
        ...describe(header),
      }),
    });
  }
}

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
