import { atAssignment, removal, rewriting } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import { serviceType } from '../../units/service-type.ts';
import { releaseOf, since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

/** Whether anything of a list is left without the words that systemd ignores. */
function hasEntry({ node, problems }: JudgedAssignment): boolean {
  const isIgnored = (word: Word): boolean => problems.some(({ start, end }) => start < word.end && word.start < end);
  return readWords(node.value.text).words.some((word) => !isIgnored(word));
}

export const serviceOneshot: UnitRule = {
  id: 'service-oneshot',
  scope: 'unit',
  docs: {
    what: 'A setting that Type=oneshot does not allow: Restart=always or on-success, ExitType=cgroup, RuntimeMaxSec=, until systemd 255 also RestartForceExitStatus=.',
    severities: ['error', 'warning'],
    why: 'A oneshot service is done when its commands are. systemd refuses to restart it for that, refuses ExitType=cgroup, and warns that RuntimeMaxSec= has no effect.',
    bad: '[Service]\nType=oneshot\nExecStart=/usr/bin/example\nRestart=always',
    good: '[Service]\nType=oneshot\nExecStart=/usr/bin/example\nRestart=on-failure',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || serviceType(unit) !== 'oneshot') return;
    const restart = unit.last('Service', 'Restart');
    const policy = restart?.node.value.text;
    if (restart && (policy === 'always' || policy === 'on-success')) {
      const message = `A service of Type=oneshot cannot have Restart=${policy}; systemd refuses to load this unit. Use Restart=on-failure, or a timer to run it again.`;
      report({
        ...atAssignment(restart),
        severity: 'error',
        message,
        fixes: [rewriting(restart, 'on-failure'), removal(restart)],
      });
    }
    const forced = since(unit.version, 'oneshot may be forced to restart')
      ? undefined
      : unit.list('Service', 'RestartForceExitStatus').filter(hasEntry).at(-1);
    if (forced) {
      const message = `A service of Type=oneshot can have RestartForceExitStatus= only since systemd ${releaseOf('oneshot may be forced to restart')}; ${unit.version} refuses to load this unit. Remove the line, or use Restart=on-failure.`;
      report({ ...atAssignment(forced), severity: 'error', message, fixes: [removal(forced)] });
    }
    const exit = unit.last('Service', 'ExitType');
    if (exit?.node.value.text === 'cgroup') {
      const message =
        'A service of Type=oneshot cannot have ExitType=cgroup; systemd refuses to load this unit. Remove the line.';
      report({ ...atAssignment(exit), severity: 'error', message, fixes: [removal(exit)] });
    }
    const max = unit.last('Service', 'RuntimeMaxSec');
    if (max && max.node.value.text !== 'infinity') {
      const message = 'RuntimeMaxSec= has no effect with Type=oneshot, as systemd warns. Use TimeoutStartSec= instead.';
      report({ ...atAssignment(max), severity: 'warning', message, fixes: [removal(max)], tag: 'unnecessary' });
    }
  },
};
