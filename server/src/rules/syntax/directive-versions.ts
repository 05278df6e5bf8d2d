import { atKey, fallingBack, removal } from '../../engine/finding-place.ts';
import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import type { AssignmentRule, Finding } from '../../engine/rule.ts';
import { fallbackOf } from '../../schema/fallbacks.ts';
import { successorOf } from '../../schema/legacy.ts';
import { theTarget } from '../../schema/targets.ts';
import { releaseOf, since } from '../../values/changes.ts';
import { isRemoved, traitsOf } from '../../values/traits.ts';
import { isUnknown } from './directive-unknown.ts';

export const directiveTooNew: AssignmentRule = {
  id: 'directive-too-new',
  scope: 'assignment',
  docs: {
    what: 'A directive that is newer than the target version of systemd.',
    severities: ['warning'],
    why: 'systemd of that version ignores the line. The version is set with systemdUnits.systemdVersion.',
    bad: '[Service]\nExecStart=/bin/true\n# with systemd 252 as the target\nRestartMode=direct',
    manual: ['systemd.directives(7)'],
  },
  check(assignment, report, file) {
    if (!isUnknown(assignment)) return;
    const { section, node } = assignment;
    const first = file.directives.eras(section, node.key)[0];
    if (!first || first.from <= file.version) return;
    const older = fallbackOf(node.key, node.value.text);
    const isOlderKnown = older && file.directives.find(section, older.key, file.version) !== undefined;
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
  const last = isUnknown(assignment) ? file.directives.eras(section, node.key).at(-1) : undefined;
  const { version } = file;
  if (!last || last.to >= version) return undefined;
  const message = `systemd ${last.to} was the last release with ${node.key}=; ${theTarget(version)} ignores it.`;
  return { severity: 'warning', message };
}

function retirement({ node, directive }: JudgedAssignment, version: number): string {
  const since = directive && directive.from > 0 ? `since ${directive.from}` : 'for a long time';
  const next = successorOf(node.key);
  const advice = next ? `Use ${next}= instead.` : 'Remove the line.';
  return `${node.key}= has no effect ${since}: systemd ${version} ignores it. ${advice}`;
}

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

export const directiveRenamed: AssignmentRule = {
  id: 'directive-renamed',
  scope: 'assignment',
  docs: {
    what: 'An old spelling of a directive.',
    severities: ['warning', 'hint'],
    why: 'systemd still reads it, most of them silently; the manual has only the new name. RequiresOverridable= and RequisiteOverridable= get a warning.',
    bad: '[Unit]\nBindTo=dev-sda.device',
    good: '[Unit]\nBindsTo=dev-sda.device',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report, file) {
    const { section, node, directive } = assignment;
    const modern = directive?.modern;
    if (!modern || !file.directives.find(modern.section, modern.key, file.version)) return;
    const warns = traitsOf(directive)?.status === 'obsolete' && node.value.text !== '';
    const moved = modern.section !== section;
    const place = moved ? `${modern.key}= in [${modern.section}]` : `${modern.key}=`;
    const today = modern.key === node.key ? `has its place in [${modern.section}]` : `is called ${place}`;
    const message = warns
      ? `${node.key}= is obsolete; systemd warns and takes it for ${place}. Write that.`
      : `${node.key}= ${today} today; systemd still takes it here.`;
    const fix = {
      title: `Change to ${modern.key}=`,
      edits: [{ ...node.keySpan, text: modern.key }],
      preferred: true,
    };
    report({
      ...atKey(assignment),
      severity: warns ? 'warning' : 'hint',
      message,
      fixes: moved ? [] : [fix],
      tag: 'deprecated',
    });
  },
};
