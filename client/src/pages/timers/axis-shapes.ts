import type { PlannedTimer, TimersAnswer } from '../../../../server/src/protocol/requests.ts';

type Plan = TimersAnswer['plan'];

/** The width of a row in its own units; it is stretched to the width of the window. */
export const WIDTH = 10_000;
export const HEIGHT = 20;

/** Where a time stands on the axis, in those units. */
export const placeOf = (time: number, { from, to }: Pick<Plan, 'from' | 'to'>): number =>
  Math.round(((Math.min(Math.max(time, from), to) - from) / (to - from)) * WIDTH);

/** Paths of one row, by what they stand for; one path each, however many runs there are. */
export interface RowShapes {
  readonly window: string;
  readonly band: string;
  readonly run: string;
  readonly estimate: string;
  readonly missed: string;
  readonly madeUp: string;
}

/** Marks that are nearer than this cannot be told apart. */
const NEAREST = 12;

export function rowShapes(timer: PlannedTimer, plan: Plan): RowShapes {
  const missed = new Set(timer.missed);
  const kept = timer.runs.filter((run) => !missed.has(run));
  const marks = (times: readonly number[], top: number, height: number): string =>
    apart(times.map((time) => placeOf(time, plan)))
      .map((x) => `M${x} ${top}v${height}`)
      .join('');
  const last = timer.runs.at(-1);
  const delay = timer.delay.random + timer.delay.accuracy;
  return {
    window: windows(kept, delay, plan),
    band: timer.goesOn && last !== undefined ? box(placeOf(last, plan), WIDTH, 6, 8) : '',
    run: marks(kept, 2, HEIGHT - 4),
    estimate: marks(timer.estimates, 2, HEIGHT - 4),
    missed: marks(timer.missed, HEIGHT / 2, HEIGHT / 2 - 2),
    madeUp: marks(timer.madeUp, 2, HEIGHT / 2 - 2),
  };
}

/** One box for runs whose delays touch each other. */
function windows(runs: readonly number[], delay: number, plan: Plan): string {
  const boxes: [number, number][] = [];
  for (const run of runs) {
    const [from, to] = [placeOf(run, plan), placeOf(run + delay, plan)];
    const last = boxes.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else boxes.push([from, to]);
  }
  return boxes
    .filter(([from, to]) => to - from >= NEAREST)
    .map(([from, to]) => box(from, to, 6, 8))
    .join('');
}

const box = (from: number, to: number, top: number, height: number): string =>
  `M${from} ${top}h${to - from}v${height}h${from - to}z`;

function apart(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of places) if (kept.length === 0 || place - kept.at(-1)! >= NEAREST) kept.push(place);
  return kept;
}

/**
 * How many runs begin in each of so many equal parts of the axis, as one path: the highest column is as high as the lane. A timer
 * that runs too often to be listed is left out: beside it nothing else would be seen.
 */
export function histogram(timers: readonly PlannedTimer[], plan: Plan, parts: number): string {
  const counts = new Array<number>(parts).fill(0);
  const part = (plan.to - plan.from) / parts;
  for (const { runs } of timers.filter(({ goesOn }) => !goesOn))
    for (const run of runs) counts[Math.min(parts - 1, Math.floor((run - plan.from) / part))]! += 1;
  const most = Math.max(1, ...counts);
  const width = WIDTH / parts;
  return counts
    .map((count, index) =>
      count === 0
        ? ''
        : `M${index * width} ${HEIGHT}v${-Math.max(1, (HEIGHT * count) / most)}h${width * 0.9}V${HEIGHT}z`,
    )
    .join('');
}

/** A mark below the axis: a day, or an hour of one day. */
export interface Tick {
  readonly time: number;
  readonly isDay: boolean;
}

const HOUR = 3600;

/** The days, and of one day the hours that there is room for. */
export function ticks({ days, plan }: Pick<TimersAnswer, 'days' | 'plan'>, room: number): Tick[] {
  const all = days.slice(0, -1).map((time) => ({ time, isDay: true }));
  if (all.length > 1) {
    const step = Math.ceil(all.length / Math.max(1, room));
    return all.filter((_, index) => index % step === 0);
  }
  const hours = [1, 2, 3, 6, 12].find((step) => 24 / step <= room) ?? 24;
  const ticks: Tick[] = [];
  for (let time = plan.from; time < plan.to; time += hours * HOUR) ticks.push({ time, isDay: time === plan.from });
  return ticks;
}

/** All that happens, in order: what the axis shows, for those who read rather than look. */
export interface ListedRun {
  readonly time: number;
  readonly timer: PlannedTimer;
  readonly kind: 'run' | 'estimate' | 'missed' | 'madeUp';
}

export function listedRuns(timers: readonly PlannedTimer[]): ListedRun[] {
  const runs = timers.flatMap((timer) => {
    const missed = new Set(timer.missed);
    return [
      ...timer.runs.map((time) => ({ time, timer, kind: missed.has(time) ? ('missed' as const) : ('run' as const) })),
      ...timer.estimates.map((time) => ({ time, timer, kind: 'estimate' as const })),
      ...timer.madeUp.map((time) => ({ time, timer, kind: 'madeUp' as const })),
    ];
  });
  return runs.sort((a, b) => a.time - b.time || a.timer.name.localeCompare(b.timer.name, 'en'));
}
