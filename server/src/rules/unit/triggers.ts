import { atAssignment, atSection, removal } from '../../engine/finding-place.ts';
import { firstLineIn, type JudgedAssignment, type JudgedBlock } from '../../engine/judged-block.ts';
import type { Finding } from '../../engine/rule.ts';
import { valueFinding } from '../../engine/value-finding.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

const TRIGGERS = 'OnCalendar OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec'.split(' ');
const EVENTS = ['OnClockChange', 'OnTimezoneChange'];

export const timerTrigger: UnitRule = {
  id: 'timer-trigger',
  scope: 'unit',
  docs: {
    what: 'A timer without a trigger, or with none that systemd can read.',
    severities: ['error'],
    why: 'systemd refuses a timer without OnCalendar= or another On…= setting.',
    bad: '[Timer]\nPersistent=yes',
    good: '[Timer]\nOnCalendar=daily\nPersistent=yes',
    manual: ['systemd.timer(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' || unit.refused) return;
    if (TRIGGERS.some((key) => unit.last('Timer', key)) || EVENTS.some((key) => unit.flag('Timer', key))) return;
    const ignored = lastIgnored(unit);
    if (ignored) return report(instead(ignored));
    const message =
      'This timer has no trigger; systemd refuses to load this unit. Add OnCalendar= or another On…= setting.';
    report({ ...atSection(unit, 'Timer'), severity: 'error', message });
  },
};

/** The last line that was to be a trigger. */
function lastIgnored(unit: LoadedUnit): JudgedAssignment | undefined {
  for (const { blocks } of [...unit.files].reverse()) {
    for (let at = blocks.length - 1; at >= 0; at--) {
      const { judged, at: assignmentAt } = blocks[at]!;
      const last = ignoredIn(judged).at(-1);
      if (last !== undefined) return assignmentAt(last);
    }
  }
  return undefined;
}

const ignoredIn = memoizeList(({ section, block, verdicts }: JudgedBlock): readonly number[] =>
  block.contents.flatMap((content, index) => {
    const verdict = verdicts[index];
    if (section !== 'Timer' || content.kind !== 'assignment' || !TRIGGERS.includes(content.key) || !verdict) return [];
    return verdict.problems.length > 0 && !verdict.accepted ? [index] : [];
  }),
);

const IGNORED = /systemd ignores (the|this) line/;

/** What is said of the value, and what comes of it: one finding in place of two, with the fix of the value. */
function instead(ignored: JudgedAssignment): Finding {
  const said = valueFinding(ignored, ignored.problems[0]!);
  const consequence = 'systemd ignores this line and refuses the timer, which has no other trigger';
  const message = IGNORED.test(said.message)
    ? said.message.replace(IGNORED, consequence)
    : `${said.message} The timer has no other trigger; systemd refuses to load it.`;
  return { ...said, severity: 'error', message };
}

const WATCHES = ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'];

export const pathCondition: UnitRule = {
  id: 'path-condition',
  scope: 'unit',
  docs: {
    what: 'A path unit without a path to watch.',
    severities: ['error'],
    why: 'systemd refuses a path unit without PathExists=, PathExistsGlob=, PathChanged=, PathModified= or DirectoryNotEmpty=.',
    bad: '[Path]\nMakeDirectory=yes',
    good: '[Path]\nDirectoryNotEmpty=/var/spool/example\nMakeDirectory=yes',
    manual: ['systemd.path(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'path' || unit.refused || WATCHES.some((key) => unit.last('Path', key))) return;
    const message =
      'This path unit has no path to watch; systemd refuses to load this unit. Add PathExists=, PathChanged= or another path to watch.';
    report({ ...atSection(unit, 'Path'), severity: 'error', message });
  },
};

export const triggerUnit: UnitRule = {
  id: 'trigger-unit',
  scope: 'unit',
  docs: {
    what: 'A second Unit= in a timer or path unit.',
    severities: ['warning'],
    why: 'Such a unit starts one other unit: the first Unit= counts, systemd warns of others and ignores them. A drop-in cannot replace it.',
    bad: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service\nUnit=cleanup.service',
    good: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service',
    manual: ['systemd.timer(5)', 'systemd.path(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' && unit.kind !== 'path') return;
    const [first, ...others] = unit.runs(ownSectionOf(unit.kind), 'Unit');
    if (!first) return;
    const message = 'Only one unit can be triggered, the one named first; systemd warns and ignores this line.';
    for (const { place, indexes } of [{ place: first.place, indexes: first.indexes.slice(1) }, ...others]) {
      report.batch(place, 'warning', indexes, {
        spanOf: (index) => firstLineIn(place, index, place.source.tree.text),
        describe(index, outline) {
          const assignment = place.at(index);
          return { ...atAssignment(assignment), ...outline, message, fixes: [removal(assignment)] };
        },
      });
    }
  },
};
