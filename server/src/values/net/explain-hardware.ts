import { codeSpan } from '../../text/markdown.ts';

const SIX_BYTES = /^(?:[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}|[0-9a-f]{1,4}(?:\.[0-9a-f]{1,4}){2})$/i;

/** What the first byte of an Ethernet address tells; IEEE 802, "Universal and local addresses". Undefined for other addresses. */
export function explainHardware(text: string): string | undefined {
  if (!SIX_BYTES.test(text)) return undefined;
  const bytes = text.includes('.')
    ? text.split('.').flatMap((pair) => [Number.parseInt(pair, 16) >> 8, Number.parseInt(pair, 16) & 255])
    : text.split(/[:-]/).map((byte) => Number.parseInt(byte, 16));
  const plain = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
  const head = `${codeSpan(plain)} · hardware address`;
  if (bytes.every((byte) => byte === 255)) return `${head} · broadcast: every card of the link`;
  if (bytes.every((byte) => byte === 0)) return `${head} · no card has it`;
  const [first = 0] = bytes;
  const whom = first & 1 ? 'multicast: a group of cards, and the address of none' : 'one card';
  const by =
    first & 2
      ? 'given locally, by software or an administrator'
      : `given by the maker, whose part is ${codeSpan(plain.slice(0, 8))}`;
  return `${head} · ${whom}\n\nThe address was ${by}.`;
}
