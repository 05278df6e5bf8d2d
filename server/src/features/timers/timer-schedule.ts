import { contextOf, type JudgedAssignment } from '../../engine/judged-file.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import type { CalendarSpec } from '../../values/time/calendar-spec.ts';
import { parseTimespan } from '../../values/time/timespan.ts';

/** A line of a file; lines count from 0. */
export interface LinePlace {
  readonly path: string;
  readonly line: number;
}

/** One `OnCalendar=` in force. */
export interface CalendarTrigger {
  readonly text: string;
  readonly spec: CalendarSpec;
  readonly place?: LinePlace | undefined;
}

/** `OnBootSec=` and its like: a time after something that happens. */
export interface SpanTrigger {
  readonly key: SpanKey;
  readonly text: string;
  readonly seconds: number;
  readonly place?: LinePlace | undefined;
}

export const SPAN_KEYS = ['OnActiveSec', 'OnBootSec', 'OnStartupSec', 'OnUnitActiveSec', 'OnUnitInactiveSec'] as const;
export type SpanKey = (typeof SPAN_KEYS)[number];

/** What the manager of a machine says of a timer at the moment; times are seconds since 1970. */
export interface TimerState {
  readonly isActive: boolean;
  /** With its random delay. */
  readonly next?: number | undefined;
  readonly last?: number | undefined;
  readonly activeSince?: number | undefined;
}

/** When a timer starts what, as its files or its manager say. Times are seconds. */
export interface TimerSchedule {
  readonly name: string;
  readonly description: string;
  /** The unit it starts. */
  readonly activates: string;
  readonly manager: 'system' | 'user';
  /** Its fragment. */
  readonly path?: string | undefined;
  readonly calendar: readonly CalendarTrigger[];
  readonly spans: readonly SpanTrigger[];
  /** Each run is put off by a random part of it; by the same part each time if fixed. */
  readonly randomizedDelay: number;
  readonly hasFixedDelay: boolean;
  /** Since 258: all runs are put off by one random part of it. */
  readonly randomizedOffset: number;
  /** systemd may put a run off so far, to wake up for several at once. */
  readonly accuracy: number;
  readonly isPersistent: boolean;
  readonly wakesMachine: boolean;
  readonly state?: TimerState | undefined;
}

/** systemd.timer(5), AccuracySec=. */
export const DEFAULT_ACCURACY = 60;

/** The schedule that the files of a timer give it. */
export function scheduleOfUnit(unit: LoadedUnit, activates: string): TimerSchedule {
  const seconds = (key: string): number | undefined => secondsOf(unit.value('Timer', key) ?? '');
  const [fragment] = unit.files;
  return {
    name: unit.name?.text ?? '',
    description: unit.value('Unit', 'Description') ?? '',
    activates,
    manager: unit.manager,
    path: fragment?.source.path,
    calendar: unit.list('Timer', 'OnCalendar').flatMap((assignment) => calendarTrigger(assignment, unit)),
    spans: SPAN_KEYS.flatMap((key) => unit.list('Timer', key).flatMap((assignment) => spanTrigger(key, assignment))),
    randomizedDelay: seconds('RandomizedDelaySec') ?? 0,
    hasFixedDelay: unit.flag('Timer', 'FixedRandomDelay'),
    randomizedOffset: seconds('RandomizedOffsetSec') ?? 0,
    accuracy: seconds('AccuracySec') ?? DEFAULT_ACCURACY,
    isPersistent: unit.flag('Timer', 'Persistent'),
    wakesMachine: unit.flag('Timer', 'WakeSystem'),
  };
}

/** What stands for `infinity`, in seconds: longer than anybody looks, and a number in JSON. */
export const NEVER = 1e10;

export function secondsOf(text: string): number | undefined {
  const span = parseTimespan(text);
  if ('fault' in span) return undefined;
  return span.amount === 'infinity' ? NEVER : Math.min(NEVER, Number(span.amount) / 1e6);
}

const placeOf = ({ source, node }: JudgedAssignment): LinePlace => ({
  path: source.path,
  line: editorLines(source.tree).positionAt(node.keySpan.start).line,
});

function calendarTrigger(assignment: JudgedAssignment, unit: LoadedUnit): CalendarTrigger[] {
  const { directive, node, source } = assignment;
  const { text } = node.value;
  if (!directive) return [];
  const context = { ...contextOf(directive, source.identity, unit.version), unit: unit.name };
  const spec = parseCalendar(expandSpecifiers(text, context).text);
  return 'fault' in spec ? [] : [{ text, spec, place: placeOf(assignment) }];
}

function spanTrigger(key: SpanKey, assignment: JudgedAssignment): SpanTrigger[] {
  const { text } = assignment.node.value;
  const seconds = secondsOf(text);
  return seconds === undefined ? [] : [{ key, text, seconds, place: placeOf(assignment) }];
}
