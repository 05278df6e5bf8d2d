import { formatTimespan, parseTimespan } from '../../values/time/timespan.ts';

/** A time span as systemd writes it, however it is written. */
export const spanForm = (text: string): string => {
  const span = parseTimespan(text);
  return 'fault' in span ? text : formatTimespan(span.amount);
};
