/** Whether a text is an IPv4 address of four decimal numbers without leading zeros, as inet_pton(3) takes it. */
export function isIPv4(text: string): boolean {
  const parts = text.length <= 15 ? text.split('.') : [];
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Whether a text is an IPv6 address without zone and brackets, as inet_pton(3) takes it. */
export function isIPv6(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const head = groups(halves[0]!, halves.length === 1);
  const tail = groups(halves[1] ?? '', true);
  if (head === undefined || tail === undefined) return false;
  return halves.length === 2 ? head + tail <= 7 : head === 8;
}

/** How many 16-bit groups a half of an address holds; the very last may be an IPv4 address, which is two. */
function groups(half: string, isLast: boolean): number | undefined {
  if (half === '') return 0;
  const parts = half.split(':');
  const last = parts.at(-1)!;
  const embedded = isLast && last.includes('.');
  if (embedded && !isIPv4(last)) return undefined;
  const plain = embedded ? parts.slice(0, -1) : parts;
  if (!plain.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  return plain.length + (embedded ? 2 : 0);
}
