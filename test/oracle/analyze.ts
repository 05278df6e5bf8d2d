import { run, system } from './systems.ts';

export interface AnalyzeOptions {
  readonly version: number;
}

/** What systemd understood, by the labels it prints (`µs`, `Human`, `Normalized form`, …); `error` when it refused. */
export interface Analysis {
  readonly value: string;
  readonly error?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly elapses?: readonly string[];
}

/** `systemd-analyze timespan`: microseconds and the normal spelling. */
export function timespan(values: readonly string[], { version }: AnalyzeOptions): Analysis[] {
  return values.map((value) => analyze(version, ['timespan', '--', value], value));
}

export interface CalendarOptions extends AnalyzeOptions {
  readonly iterations?: number;
  /** Zone the machine is in, e.g. `Europe/Berlin`; UTC when not given. */
  readonly timezone?: string;
  /** Reckon from this time on instead of now. */
  readonly baseTime?: string;
}

/** `systemd-analyze calendar`: the normal spelling and the next `iterations` times it elapses, in UTC. */
export function calendar(values: readonly string[], options: CalendarOptions): Analysis[] {
  const { version, iterations = 1, timezone = 'UTC', baseTime } = options;
  const flags = [`--iterations=${iterations}`, ...(baseTime === undefined ? [] : [`--base-time=${baseTime}`])];
  return values.map((value) => {
    const analysis = analyze(version, ['calendar', ...flags, '--', value], value, { TZ: timezone });
    return { ...analysis, elapses: analysis.elapses ?? [] };
  });
}

/** `systemd-analyze condition`: each value is a whole line such as `ConditionKernelVersion=>= 4.0`. */
export function condition(values: readonly string[], { version }: AnalyzeOptions): Analysis[] {
  return values.map((value): Analysis => {
    const answer = run(system(version), ['systemd-analyze', 'condition', value]);
    const told = answer.stderr.trim();
    return answer.status !== 0 && /^Failed to|^Invalid|^Cannot/m.test(told)
      ? { value, error: told, fields: {} }
      : { value, fields: { told, status: String(answer.status) } };
  });
}

function analyze(version: number, argv: readonly string[], value: string, env: Record<string, string> = {}): Analysis {
  const answer = run(system(version), ['systemd-analyze', ...argv], { env });
  if (answer.status !== 0) return { value, error: answer.stderr.trim(), fields: {} };
  const fields: Record<string, string> = {};
  const elapses: string[] = [];
  for (const line of answer.stdout.split('\n')) {
    const match = /^\s*([^:]+): (.*)$/.exec(line);
    if (match === null) continue;
    const [, label = '', text = ''] = match;
    if (label === 'Next elapse' || label.startsWith('Iteration')) elapses.push(text);
    else fields[label] = text;
  }
  return { value, fields, elapses };
}
