import type { Run } from '../../engine/effective-assignments.ts';
import { rewriting } from '../../engine/finding-place.ts';
import { firstLineIn, type JudgedAssignment, valueSpanIn } from '../../engine/judged-block.ts';
import type { Fix } from '../../engine/rule.ts';
import { type LoadedUnit, memoizeRunInUnit } from '../../units/loaded-unit.ts';
import { type Command, commandsOf, serviceType } from '../../units/service-type.ts';
import { inShell } from '../advice/shell-fixes.ts';
import type { UnitRule } from '../unit-rule.ts';

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
