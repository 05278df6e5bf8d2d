/** Bytes of the code unit at a place; of a surrogate pair the first has them all, and one alone is three. */
export function utf8Size(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (isHigh(code) && isLow(text.charCodeAt(at + 1))) return 4;
  return isLow(code) && isHigh(text.charCodeAt(at - 1)) ? 0 : 3;
}

/** Whether a place is between the two halves of a character. */
export const splitsPair = (text: string, at: number): boolean =>
  isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

export function utf8Length(text: string, start = 0, end = text.length): number {
  let bytes = 0;
  for (let at = start; at < end; at++) bytes += utf8Size(text, at);
  return bytes;
}
