/**
 * UTF-8 to text, one character for each byte that is none: a lone low surrogate U+DC80…U+DCFF, which the parser takes
 * for invalid text as systemd does. A byte order mark stays.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeLeniently(bytes);
  }
}

function decodeLeniently(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    let end = at;
    while (end < bytes.length && bytes[end]! < 0x80) end++;
    if (end > at) parts.push(strict.decode(bytes.subarray(at, end)));
    at = end;
    if (at >= bytes.length) break;
    const length = sequenceLength(bytes[at]!);
    const sequence = bytes.subarray(at, at + length);
    try {
      if (sequence.length < length) throw new RangeError('cut off');
      parts.push(strict.decode(sequence));
      at += length;
    } catch {
      parts.push(String.fromCharCode(0xdc00 + bytes[at]!));
      at += 1;
    }
  }
  return parts.join('');
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
