import { type ExitReason, exitReasons, exitStatuses, rowsOf } from '../../../server/src/index.ts';
import { t } from '../localize.ts';

const reasons = exitReasons(t);

const names = new Map(
  rowsOf(exitStatuses).map(([name, number, from]) => [Number(number), { name: name!, from }] as const),
);

export interface ExitStatus {
  /** `203/EXEC`, or the bare number for those of the program itself. */
  readonly label: string;
  readonly reason?: ExitReason | undefined;
}

/** Numbers below 200 are defined by the program. */
export function exitStatus(status: number): ExitStatus {
  const known = names.get(status);
  if (known?.from !== 'systemd') return { label: String(status) };
  return { label: `${status}/${known.name}`, reason: reasons[known.name] };
}
