import { firstLineIn, valueSpanIn } from '../../units/judged-block.ts';
import { type Command, commandsOf, serviceType } from '../../units/service.ts';
import { inShell } from '../advice/shell-fixes.ts';
import { reportLines, rewriting } from '../place.ts';
import type { Fix, UnitRule } from '../rule.ts';

export const serviceExecStart: UnitRule = {
  id: 'service-exec-start',
  scope: 'unit',
  docs: {
    what: 'More than one command in ExecStart= of a service that is not of Type=oneshot.',
    why: 'The process of ExecStart= is the service; systemd refuses a unit with two of them. A drop-in that replaces the command resets it first with an empty ExecStart=.',
    bad: '[Service]\nExecStart=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    good: '[Service]\nExecStartPre=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    const type = serviceType(unit);
    const [first, ...others] = commandsOf(unit, 'ExecStart');
    if (type === 'oneshot' || !first || others.length === 0) return;
    // Of a line it is said once, however many commands it has.
    const more = others.filter((command, nth) => nth === 0 || !isOfOneLine(command, others[nth - 1]!));
    const isSameLine = (command: Command): boolean => isOfOneLine(command, first);
    reportLines(report, 'error', more, {
      spanOf(command) {
        const { place, index, span } = command;
        return isSameLine(command)
          ? valueSpanIn(place, index, span)
          : firstLineIn(place, index, place.source.tree.text);
      },
      tell(command, outline) {
        const { place, index } = command;
        const advice = isSameLine(command)
          ? 'The semicolon starts a second command: write \\; to pass it on, use Type=oneshot, or run both in a shell.'
          : 'Use Type=oneshot for several commands, or an empty ExecStart= before this one to replace the first.';
        const message = `A service of Type=${type} takes one ExecStart= command; systemd refuses to load this unit. ${advice}`;
        const own = unit.last('Service', 'Type');
        const file = unit.files.find(({ source }) => source === place.source)!;
        const fixes = (): Fix[] => [
          ...(own && own.source === place.source ? [rewriting(own, 'oneshot')] : []),
          ...(isSameLine(command) ? inShell(place.at(index), file) : []),
        ];
        const { node, source } = first.place.at(first.index);
        const related = [{ ...node.textSpan, source, message: 'The first command' }];
        return { ...outline, section: 'Service', key: place.at(index).node.key, message, fixes, related };
      },
    });
  },
};

const isOfOneLine = (one: Command, other: Command): boolean => one.place === other.place && one.index === other.index;
