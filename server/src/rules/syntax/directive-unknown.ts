import { nearest } from '../../text/distance.ts';
import { directivesOf, erasOf, sectionsWith } from '../../schema/directives.ts';
import { sectionsOf } from '../../schema/kinds.ts';
import type { JudgedAssignment, JudgedFile } from '../../units/judged-file.ts';
import type { FileRule } from '../rule.ts';

export const directiveUnknown: FileRule = {
  id: 'directive-unknown',
  scope: 'file',
  docs: {
    what: 'A directive that systemd does not know in any section of this kind of unit.',
    why: 'systemd ignores the line. Names are case sensitive; those for other programs start with X-.',
    bad: '[Service]\nExecStrat=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.directives(7)'],
  },
  check(file, report) {
    for (const assignment of unknownAssignments(file)) {
      const { key, keySpan } = assignment.node;
      const elsewhere = sectionsWith(key).filter((name) => sectionsOf(file.source.kind.kind).includes(name));
      if (elsewhere.length > 0 || erasOf(assignment.section, key).length > 0) continue;
      const names = directivesOf(assignment.section, file.version).map((directive) => directive.key);
      const guess = nearest(key, names);
      report({
        ...keySpan,
        severity: 'warning',
        message: `systemd knows no ${key}= in [${assignment.section}] and ignores the line.${guess ? ` Did you mean ${guess}=?` : ''}`,
        section: assignment.section,
        key,
        fixes: guess ? [{ title: `Change to ${guess}=`, edits: [{ ...keySpan, text: guess }], preferred: true }] : [],
      });
    }
  },
};

/** Assignments in known sections whose key the target version does not know there. */
export function unknownAssignments(file: JudgedFile): JudgedAssignment[] {
  return file.sections.flatMap(({ assignments }) =>
    assignments.filter(({ directive, node }) => !directive && !node.key.startsWith('X-')),
  );
}
