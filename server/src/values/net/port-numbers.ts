import { parseInteger } from '../numbers/integer.ts';

/** A number without sign as a plain one; `range` when it is a number but above `max` or negative. */
export function parseUnsigned(text: string, max: number): number | 'range' | undefined {
  const value = parseInteger(text, { from: 0n, to: BigInt(max), unsigned: true });
  if (typeof value === 'bigint') return Number(value);
  return value === 'range' ? 'range' : undefined;
}

/** A port number, as `parse_ip_port()` of src/basic/parse-util.c reads it; zero is none. */
export function parsePort(text: string): number | 'range' | undefined {
  const port = parseUnsigned(text, 65_535);
  return port === 0 ? undefined : port;
}
