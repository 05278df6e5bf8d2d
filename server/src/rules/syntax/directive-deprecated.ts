import { atKey } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { successorOf } from '../../schema/legacy.ts';
import { releaseOf, since } from '../../values/changes.ts';
import { isRemoved } from '../../values/traits.ts';

/** BlockIOAccounting= and BlockIOWeight= are taken without a word. */
const WARNED = /^(Startup)?CPUShares$|^MemoryLimit$|^BlockIO(DeviceWeight|(Read|Write)Bandwidth)$/;

export const directiveDeprecated: AssignmentRule = {
  id: 'directive-deprecated',
  scope: 'assignment',
  docs: {
    what: 'A directive that the target version still takes, and warns of.',
    severities: ['warning', 'info'],
    why: 'systemd logs a warning whenever it loads the unit; later versions ignore the line.',
    bad: '[Service]\nExecStart=/bin/true\nCPUShares=512',
    good: '[Service]\nExecStart=/bin/true\nCPUWeight=50',
    manual: ['systemd.resource-control(5)', 'systemd.unit(5)'],
  },
  check(assignment, report, file) {
    const { key } = assignment.node;
    const next = successorOf(key);
    if (!next || !assignment.accepted) return;
    if (key === 'OnFailureIsolate') {
      const message = `OnFailureIsolate= is deprecated, as systemd remarks. Use ${next}=isolate instead.`;
      report({ ...atKey(assignment), severity: 'info', message, tag: 'deprecated' });
    } else if (isWarnedOf(assignment, file.version)) {
      const message = `systemd ${file.version} warns of ${key}= and drops it after ${releaseOf('control groups v1 are gone') - 1}. Use ${next}= instead; its values are others.`;
      report({ ...atKey(assignment), severity: 'warning', message, tag: 'deprecated' });
    }
  },
};

const isWarnedOf = ({ node, directive }: JudgedAssignment, version: number): boolean =>
  since(version, 'control groups v1 are deprecated') &&
  !since(version, 'control groups v1 are gone') &&
  WARNED.test(node.key) &&
  !isRemoved(directive);
