import { erasOf } from '../../schema/directives.ts';
import { successorOf } from '../../schema/legacy.ts';
import type { JudgedAssignment, JudgedFile } from '../../units/judged-file.ts';
import { atKey, removal } from '../place.ts';
import type { FileRule } from '../rule.ts';
import { unknownAssignments } from './directive-unknown.ts';

export const directiveRemoved: FileRule = {
  id: 'directive-removed',
  scope: 'file',
  docs: {
    what: 'A directive that had an effect in older versions of systemd and has none in the target version.',
    why: 'systemd ignores the line. Of settings it has retired it says so as information; those it has forgotten are unknown to it.',
    bad: '[Service]\nExecStart=/bin/true\nMemoryLimit=1G',
    good: '[Service]\nExecStart=/bin/true\nMemoryMax=1G',
    manual: ['systemd.directives(7)'],
  },
  check(file, report) {
    for (const assignment of retired(file)) {
      report({
        ...atKey(assignment),
        severity: 'info',
        message: message(assignment, file.version),
        fixes: [removal(assignment)],
        tag: 'deprecated',
      });
    }
    for (const assignment of unknownAssignments(file)) {
      const { section, node } = assignment;
      const last = erasOf(section, node.key).at(-1);
      if (!last || last.to >= file.version) continue;
      const text = `systemd ${last.to} was the last to know ${node.key}=; the target is ${file.version}, which ignores it.`;
      report({
        ...atKey(assignment),
        severity: 'warning',
        message: text,
        fixes: [removal(assignment)],
        tag: 'deprecated',
      });
    }
  },
};

/** What src/shared/conf-parser.c takes with a remark and does nothing with. */
const retired = (file: JudgedFile): JudgedAssignment[] =>
  file.sections.flatMap(({ assignments }) =>
    assignments.filter(({ directive }) => directive?.parser === 'config_parse_warn_compat'),
  );

function message({ node, directive }: JudgedAssignment, version: number): string {
  const since = directive && directive.from > 0 ? `since ${directive.from}` : 'for a long time';
  const next = successorOf(node.key);
  const advice = next ? `Use ${next}= instead.` : 'Remove the line.';
  return `${node.key}= has no effect ${since}: systemd ${version} ignores it. ${advice}`;
}
