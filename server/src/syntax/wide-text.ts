export type WideEncoding = 'UTF-16' | 'UTF-32';

/** As far into a file as its encoding is looked for. */
const LOOKED_AT = 16 * 1024;

/** A byte order mark of two bytes, decoded as if it were UTF-8: the bytes stand for themselves, or nobody knows for what. */
const MARK = /^(?:\0\0)?(?:\udcff\udcfe|\udcfe\udcff|\ufffd\ufffd(?=[^\0]?\0))/;

/** `[U` of a section header with NUL beside each letter. */
const HEADER_16 = /\[\0[A-Za-z]\0/;
const HEADER_32 = /\[\0{3}[A-Za-z]\0{3}/;

/**
 * The encoding of a file that is not in UTF-8 at all but was decoded as such, as Notepad and PowerShell save files;
 * undefined for any other text. systemd stops at the first line of such a file: the bytes of the mark are not UTF-8, and
 * each NUL ends a line, so that a header is `[`.
 */
export function wideEncoding(text: string): WideEncoding | undefined {
  const start = text.slice(0, LOOKED_AT);
  if (!start.includes('\0')) return undefined;
  if (HEADER_32.test(start)) return 'UTF-32';
  return MARK.test(start) || HEADER_16.test(start) ? 'UTF-16' : undefined;
}
