import type { PlannedTimer, TimersAnswer } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { timespan } from '../../systemd/boot-times.ts';
import type { ListedRun } from './axis-shapes.ts';

/** Seconds as systemd writes them; what stands for infinity is far beyond a century. */
export const spanText = (seconds: number): string => (seconds > 1e9 ? t('any time') : timespan(seconds * 1e6));

/** Times as clocks of a zone show them, in the language of the page. */
export function timeTexts(zone: string, language: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language || 'en', { timeZone: zone, ...options });
    return (time: number): string => made.format(time * 1000);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return {
    hour: format(clock),
    day: format({ weekday: 'short', day: 'numeric' }),
    date: format({ ...date, year: 'numeric' }),
    full: format({ ...date, ...clock, second: '2-digit', timeZoneName: 'short' }),
  };
}

export type TimeTexts = ReturnType<typeof timeTexts>;

/** How far a run may be put off, and why. */
export function delayText({ delay: { random, isFixed, accuracy } }: PlannedTimer): string {
  const parts = [
    ...(random > 0
      ? [
          isFixed
            ? t('up to {0} later by chance, the same each time on one machine', spanText(random))
            : t('up to {0} later by chance', spanText(random)),
        ]
      : []),
    ...(accuracy > 0
      ? [t('up to {0} later so that several timers share one wake-up (AccuracySec=)', spanText(accuracy))]
      : []),
  ];
  return parts.join('; ');
}

/** What a row says to those who hear it. */
export function rowLabel(timer: PlannedTimer, { now }: TimersAnswer, texts: TimeTexts): string {
  const next = nextRun(timer, now);
  return [
    timer.name,
    timer.triggers.map(({ words }) => words).join(' '),
    next === undefined ? t('No run to come in these days.') : t('Next run: {0}.', texts.full(next)),
    timer.goesOn
      ? t('More than {0} runs.', timer.runs.length)
      : t('{0} runs.', timer.runs.length + timer.estimates.length),
    ...(timer.missed.length > 0 ? [t('{0} missed.', timer.missed.length)] : []),
  ].join(' ');
}

export const nextRun = (timer: PlannedTimer, now: number): number | undefined => runsToCome(timer, now)[0];

/** Those that are not missed, in order. */
export function runsToCome({ runs, estimates, missed }: PlannedTimer, now: number): number[] {
  const gone = new Set(missed);
  return [...runs, ...estimates].filter((time) => time >= now && !gone.has(time)).sort((a, b) => a - b);
}

/** What is to be known of a timer beyond its runs. */
export function notesOf(timer: PlannedTimer, texts: TimeTexts): string[] {
  const { state, isPersistent, missed, wakesMachine } = timer;
  return [
    ...(state && !state.isActive
      ? [t('The timer is not active, so nothing of this happens until it is started.')]
      : []),
    ...(state?.next === undefined
      ? []
      : [t('Its manager will start it at {0}, random delay included.', texts.full(state.next))]),
    ...(state?.last === undefined ? [] : [t('It ran last at {0}.', texts.full(state.last))]),
    ...(state?.isActive && state.activeSince !== undefined && timer.runs.some((run) => run < state.activeSince!)
      ? [
          t(
            'It has been active since {0}; runs shown before that are what its calendar says, not what happened.',
            texts.full(state.activeSince),
          ),
        ]
      : []),
    ...(timer.estimates.length > 0 ? [t('Estimated runs count from the last one as if each began at once.')] : []),
    ...(timer.goesOn ? [t('It runs too often to show each run: the band says that it goes on.')] : []),
    ...(missed.length > 0
      ? [
          isPersistent
            ? t(
                'Missed while the machine is off: {0}. With Persistent=yes the unit is started once when it is on again.',
                missed.length,
              )
            : t(
                'Missed while the machine is off: {0}. Nothing makes up for that without Persistent=yes.',
                missed.length,
              ),
        ]
      : []),
    ...(wakesMachine ? [t('The timer wakes the machine from suspend.')] : []),
  ];
}

export const kindText = (kind: ListedRun['kind']): string =>
  ({
    run: '',
    estimate: t('estimated'),
    missed: t('missed'),
    madeUp: t('made up for'),
  })[kind];
