import { atKey, removal } from '../../engine/finding-place.ts';
import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import type { AssignmentRule, Finding } from '../../engine/rule.ts';
import { successorOf } from '../../schema/legacy.ts';
import { theTarget } from '../../schema/targets.ts';
import { isRemoved } from '../../values/traits.ts';
import { isUnknown, tableOf } from './directive-unknown.ts';

export const directiveRemoved: AssignmentRule = {
  id: 'directive-removed',
  scope: 'assignment',
  docs: {
    what: 'A directive that had an effect in older versions of systemd and has none in the target version.',
    severities: ['warning', 'info'],
    why: 'systemd ignores the line. Of settings it has retired it says so as information; those it has forgotten are unknown to it.',
    bad: '[Service]\nExecStart=/bin/true\nMemoryLimit=1G',
    good: '[Service]\nExecStart=/bin/true\nMemoryMax=1G',
    manual: ['systemd.directives(7)'],
  },
  check(assignment, report, file) {
    const said = isRemoved(assignment.directive)
      ? ({ severity: 'info', message: retirement(assignment, file.version) } as const)
      : forgotten(assignment, file);
    if (said) report({ ...atKey(assignment), ...said, fixes: [removal(assignment)], tag: 'deprecated' });
  },
};

function forgotten(assignment: JudgedAssignment, file: JudgedFile): Pick<Finding, 'severity' | 'message'> | undefined {
  const { section, node } = assignment;
  const last = isUnknown(assignment) ? tableOf(file).eras(section, node.key).at(-1) : undefined;
  const { version } = file;
  if (!last || last.to >= version) return undefined;
  const message = `systemd ${last.to} was the last to know ${node.key}=; ${theTarget(version)} ignores it.`;
  return { severity: 'warning', message };
}

function retirement({ node, directive }: JudgedAssignment, version: number): string {
  const since = directive && directive.from > 0 ? `since ${directive.from}` : 'for a long time';
  const next = successorOf(node.key);
  const advice = next ? `Use ${next}= instead.` : 'Remove the line.';
  return `${node.key}= has no effect ${since}: systemd ${version} ignores it. ${advice}`;
}
