const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The UTF-8 bytes of a text in base64 (RFC 4648), with padding. Half a surrogate pair becomes U+FFFD. */
export function base64(text: string): string {
  const bytes = [...text].flatMap((character) => bytesOf(character.codePointAt(0)!));
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const left = bytes.length - at;
    parts.push(DIGITS[a >> 2]!, DIGITS[((a & 3) << 4) | (b >> 4)]!);
    parts.push(left > 1 ? DIGITS[((b & 15) << 2) | (c >> 6)]! : '=', left > 2 ? DIGITS[c & 63]! : '=');
  }
  return parts.join('');
}

function bytesOf(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code >= 0xd800 && code < 0xe000) return [0xef, 0xbf, 0xbd];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}
