import { fallingBack, removal } from '../../engine/finding-place.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { fallbackOf } from '../../schema/fallbacks.ts';
import { theTarget } from '../../schema/targets.ts';
import { isUnknown, tableOf } from './directive-unknown.ts';

export const directiveTooNew: AssignmentRule = {
  id: 'directive-too-new',
  scope: 'assignment',
  docs: {
    what: 'A directive that the target version of systemd does not know yet.',
    severities: ['warning'],
    why: 'systemd of that version ignores the line. The version is set with systemdUnits.systemdVersion.',
    bad: '[Service]\nExecStart=/bin/true\n# with systemd 252 as the target\nRestartMode=direct',
    manual: ['systemd.directives(7)'],
  },
  check(assignment, report, file) {
    if (!isUnknown(assignment)) return;
    const { section, node } = assignment;
    const first = tableOf(file).eras(section, node.key)[0];
    if (!first || first.from <= file.version) return;
    const older = fallbackOf(node.key, node.value.text);
    const isOlderKnown = older && tableOf(file).find(section, older.key, file.version) !== undefined;
    const since = first.since && first.since > file.version ? first.since : first.from;
    report({
      ...node.keySpan,
      severity: 'warning',
      message: `${node.key}= exists since systemd ${since}; ${theTarget(file.version)} ignores it.`,
      section,
      key: node.key,
      fixes: [...(isOlderKnown ? fallingBack(assignment) : []), removal(assignment)],
    });
  },
};
