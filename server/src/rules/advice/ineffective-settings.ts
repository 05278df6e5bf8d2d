import { atAssignment, removal } from '../../engine/finding-place.ts';
import {
  assignmentIn,
  firstLineIn,
  type JudgedAssignment,
  type JudgedBlock,
  type PlacedJudgement,
} from '../../engine/judged-block.ts';
import type { JudgedFile } from '../../engine/judged-file.ts';
import type { BatchText, FileRule } from '../../engine/rule.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { serviceType } from '../../units/service-type.ts';
import { isScalar } from '../../values/traits.ts';
import type { Directive } from '../../values/value-type.ts';
import type { UnitRule } from '../unit-rule.ts';

/** What a setting needs to have an effect; the reason when it has none. */
const needs: Readonly<Record<string, (unit: LoadedUnit) => string | undefined>> = {
  GuessMainPID: (unit) => {
    if (serviceType(unit) !== 'forking') return 'systemd guesses the main process only of services with Type=forking';
    return unit.last('Service', 'PIDFile') && 'PIDFile= names the main process';
  },
  RestartSec: (unit) => {
    const restarts =
      (unit.value('Service', 'Restart') ?? 'no') !== 'no' || unit.last('Service', 'RestartForceExitStatus');
    return restarts ? undefined : 'the service is never restarted without Restart=';
  },
  RestartPreventExitStatus: (unit) =>
    (unit.value('Service', 'Restart') ?? 'no') === 'no' ? 'the service is never restarted without Restart=' : undefined,
};

export const settingWithoutEffect: UnitRule = {
  id: 'setting-without-effect',
  scope: 'unit',
  docs: {
    what: 'GuessMainPID= in a service whose main process is known, RestartSec= or RestartPreventExitStatus= without Restart=.',
    severities: ['hint'],
    why: 'systemd takes the line silently, and it has no effect.',
    bad: '[Service]\nExecStart=/usr/bin/example\nRestartSec=5s',
    good: '[Service]\nExecStart=/usr/bin/example\nRestart=on-failure\nRestartSec=5s',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || unit.refused) return;
    for (const [key, reason] of Object.entries(needs)) {
      const assignment = unit.last('Service', key);
      const why = assignment && reason(unit);
      if (!why) continue;
      const message = `${key}= has no effect: ${why}.`;
      report({
        ...atAssignment(assignment),
        severity: 'hint',
        message,
        fixes: [removal(assignment)],
        tag: 'unnecessary',
      });
    }
  },
};

export const repeatedScalar: FileRule = {
  id: 'repeated-scalar',
  scope: 'file',
  docs: {
    what: 'A directive with one value that is assigned again further down.',
    severities: ['info'],
    why: 'The last assignment wins silently; this one has no effect.',
    bad: '[Service]\nType=oneshot\nExecStart=/usr/bin/example\nType=simple',
    good: '[Service]\nType=simple\nExecStart=/usr/bin/example',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    for (const places of lists(file)) {
      /** Of the nearest assignment below, whether it is empty. */
      const below = new Map<Directive, boolean>();
      for (let at = places.length - 1; at >= 0; at--) {
        const place = places[at]!;
        const lost: number[] = [];
        const indexes = scalarsIn(place.judged);
        for (let i = indexes.length - 1; i >= 0; i--) {
          const index = indexes[i]!;
          const directive = place.judged.verdicts[index]!.directive!;
          const isEmpty = assignmentIn(place, index).value.text === '';
          if (!isEmpty && below.get(directive) === false) lost.push(index);
          below.set(directive, isEmpty);
        }
        if (lost.length > 0) report.batch(place, 'info', lost.reverse(), toldOf(file.source, places.slice(at)));
      }
    }
  },
};

/** Blocks whose assignments work on the same settings: those of a file, and apart from them those of each section that makes a thing of its own. */
function lists({ schema, sections, blocks }: JudgedFile): readonly (readonly PlacedJudgement[])[] {
  const isListed = ({ section }: JudgedFile['sections'][number]): boolean => schema.isListed?.(section.name) ?? false;
  if (!sections.some(isListed)) return [blocks];
  const own = sections.filter(isListed).map((section) => section.blocks);
  return [sections.filter((section) => !isListed(section)).flatMap((section) => section.blocks), ...own];
}

/** What is said of assignments of a block; the blocks below it in the same list come behind it. */
function toldOf(source: JudgedFile['source'], blocks: readonly PlacedJudgement[]): BatchText<number> {
  const place = blocks[0]!;
  return {
    spanOf: (index) => firstLineIn(place, index, source.tree.text),
    describe(index, outline) {
      const assignment = place.at(index);
      const { node } = nearestBelow(blocks, assignment);
      return {
        ...atAssignment(assignment),
        ...outline,
        message: `${node.key}= is assigned again below, and the last assignment wins: this one has no effect.`,
        fixes: [removal(assignment)],
        related: [{ ...node.textSpan, source, message: 'This one wins' }],
        tag: 'unnecessary',
      };
    },
  };
}

/** The next assignment of the same directive; there is one. */
function nearestBelow(blocks: readonly PlacedJudgement[], { directive, node }: JudgedAssignment): JudgedAssignment {
  for (const place of blocks) {
    for (const index of scalarsIn(place.judged)) {
      if (place.judged.verdicts[index]!.directive !== directive) continue;
      const found = place.at(index);
      if (found.node.start > node.start) return found;
    }
  }
  throw new Error('no assignment below');
}

const scalarsIn = memoizeList(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) =>
    verdict?.accepted && verdict.directive && isScalar(verdict.directive) ? [index] : [],
  ),
);
