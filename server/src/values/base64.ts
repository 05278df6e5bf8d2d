import { since } from './changes.ts';

const WHOLE = /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/;

/**
 * Whether a text decodes as systemd's `unbase64mem()` (src/basic/hexdecoct.c) decodes it: blanks anywhere, padding
 * complete, the
 * bits that padding leaves over zero. Returns the number of bytes, undefined when it does not decode.
 */
export function base64Length(text: string, version: number): number | undefined {
  const dense = text.replace(/[ \t\n\r]/g, '');
  const plain = since(version, 'base64url is Base64 too')
    ? dense.replace(/[-_]/g, (char) => (char === '-' ? '+' : '/'))
    : dense;
  if (plain.length % 4 !== 0 || !WHOLE.test(plain)) return undefined;
  const padding = plain.endsWith('==') ? 2 : plain.endsWith('=') ? 1 : 0;
  return (plain.length / 4) * 3 - padding;
}
