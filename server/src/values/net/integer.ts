import { parseInteger } from '../numbers/integer.ts';

interface UnsignedForm {
  readonly max: number;
  /** `08` and `010` are no numbers rather than octal ones. */
  readonly refuseLeadingZero?: boolean;
}

/** A number without sign as a plain one; `range` when it is a number but out of bounds. */
export function parseUnsigned(text: string, form: UnsignedForm): number | 'range' | undefined {
  if (form.refuseLeadingZero && /^\s*[+-]?0\d/.test(text)) return undefined;
  const value = parseInteger(text, { from: 0n, to: BigInt(form.max), unsigned: true });
  if (typeof value === 'bigint') return Number(value);
  return value === 'range' ? 'range' : undefined;
}

/** A port number, as `parse_ip_port()` of src/basic/parse-util.c reads it; zero is none. */
export function parsePort(text: string): number | 'range' | undefined {
  const port = parseUnsigned(text, { max: 65_535, refuseLeadingZero: true });
  return port === 0 ? undefined : port;
}
