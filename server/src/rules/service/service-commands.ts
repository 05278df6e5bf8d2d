import type { Run } from '../../engine/effective-assignments.ts';
import { atAssignment, atSection, removal, rewriting } from '../../engine/finding-place.ts';
import { firstLineIn, type JudgedAssignment, valueSpanIn } from '../../engine/judged-block.ts';
import type { Fix } from '../../engine/rule.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import { type LoadedUnit, memoizeRunInUnit } from '../../units/loaded-unit.ts';
import { type Command, commandsOf, hasCommand, serviceType } from '../../units/service-type.ts';
import { releaseOf, since } from '../../values/changes.ts';
import { inShell } from '../advice/shell-fixes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const serviceCommand: UnitRule = {
  id: 'service-command',
  scope: 'unit',
  docs: {
    what: 'A service without the command its type needs.',
    severities: ['error'],
    why: 'systemd refuses a service that runs nothing. Only Type=oneshot may do without ExecStart=, and then it needs ExecStop= with RemainAfterExit=yes, or SuccessAction=.',
    bad: '[Service]\nType=oneshot\nExecStop=/usr/bin/example --stop',
    good: '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStop=/usr/bin/example --stop',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || unit.refused || hasCommand(unit, 'ExecStart')) return;
    const stops = unit.runs('Service', 'ExecStop').filter((run) => commandsOf(run, unit).length > 0);
    const last = stops.at(-1);
    const stop = last?.place.at(commandsOf(last, unit).at(-1)!.index);
    const message = fault(unit, stop !== undefined);
    if (message) report({ ...(stop ? atAssignment(stop) : atSection(unit, 'Service')), severity: 'error', message });
  },
};

/** The first that `service_verify()` (src/core/service.c) minds. */
function fault(unit: LoadedUnit, hasStop: boolean): string | undefined {
  const hasAction = (unit.value('Unit', 'SuccessAction') ?? 'none') !== 'none';
  if (!hasStop && !hasAction) {
    return 'This service has no ExecStart=; systemd refuses to load this unit. Add ExecStart= with the command to run.';
  }
  const type = serviceType(unit);
  if (type !== 'oneshot') {
    return `A service of Type=${type} needs ExecStart=; systemd refuses to load this unit. Add it, or use Type=oneshot.`;
  }
  if (hasAction || unit.flag('Service', 'RemainAfterExit')) return undefined;
  return 'A service with ExecStop= and no ExecStart= would never be active; systemd refuses to load this unit. Add RemainAfterExit=yes.';
}

export const serviceExecStart: UnitRule = {
  id: 'service-exec-start',
  scope: 'unit',
  docs: {
    what: 'More than one command in ExecStart= of a service that is not of Type=oneshot.',
    severities: ['error'],
    why: 'The process of ExecStart= is the service; systemd refuses a unit with two of them. A drop-in that replaces the command resets it first with an empty ExecStart=.',
    bad: '[Service]\nExecStart=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    good: '[Service]\nExecStartPre=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    const type = serviceType(unit);
    const runs = unit.runs('Service', 'ExecStart').filter((run) => commandsOf(run, unit).length > 0);
    const [first] = runs;
    if (type === 'oneshot' || !first) return;
    for (const run of runs) {
      const { place } = run;
      const { more, line } =
        run === first ? besideFirst(run, unit) : { more: firstOfLines(run, unit), line: undefined };
      report.batch(place, 'error', more, {
        spanOf: ({ index, span }) =>
          index === line ? valueSpanIn(place, index, span) : firstLineIn(place, index, place.source.tree.text),
        describe: ({ index }, outline) => ({
          ...outline,
          ...told(place.at(index), index === line, { unit, type, first }),
        }),
      });
    }
  },
};

/** Of a line it is said once, however many commands it has. */
const firstOfLines = memoizeRunInUnit((run, unit): readonly Command[] =>
  commandsOf(run, unit).filter(({ index }, nth, all) => index !== all[nth - 1]?.index),
);

/** What is told of the run with the first command, and the line of that one. */
const besideFirst = memoizeRunInUnit((run, unit) => {
  const [{ index: line }, second] = commandsOf(run, unit) as readonly [Command, ...Command[]];
  const [, ...others] = firstOfLines(run, unit);
  return { more: second?.index === line ? [second, ...others] : others, line };
});

interface Situation {
  readonly unit: LoadedUnit;
  readonly type: string;
  readonly first: Run;
}

/** A command beside the first, on its line or on another. */
function told(assignment: JudgedAssignment, isSameLine: boolean, { unit, type, first }: Situation) {
  const advice = isSameLine
    ? 'The semicolon starts a second command: write \\; to pass it on, use Type=oneshot, or run both in a shell.'
    : 'Use Type=oneshot for several commands, or an empty ExecStart= before this one to replace the first.';
  const message = `A service of Type=${type} takes one ExecStart= command; systemd refuses to load this unit. ${advice}`;
  const own = unit.last('Service', 'Type');
  const file = unit.files.find(({ source }) => source === assignment.source)!;
  const fixes = (): Fix[] => [
    ...(own && own.source === assignment.source ? [rewriting(own, 'oneshot')] : []),
    ...(isSameLine ? inShell(assignment, file) : []),
  ];
  const { node, source } = first.place.at(besideFirst(first, unit).line);
  const related = [{ ...node.textSpan, source, message: 'The first command' }];
  return { section: 'Service', key: assignment.node.key, message, fixes, related };
}

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
