import { readWords } from '../../syntax/words.ts';
import { since } from '../changes.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueType } from '../value-type.ts';
import { parseUnsigned } from './address.ts';

const families = ['ipv4', 'ipv6'];
const protocols = ['tcp', 'udp'];

/** `[FAMILY:][PROTOCOL:][PORTS]`, `parse_socket_bind_item()` of src/shared/parse-helpers.c. */
export const socketBind: ValueType = {
  parsers: ['config_parse_cgroup_socket_bind'],
  repeats: 'extends',
  check(text, context) {
    if (text === '') return [];
    const fault = bindFault(text, context);
    if (!fault) return [];
    return [
      faultAt(whole(text), {
        rule: 'value-invalid',
        consequence: 'ignored',
        what: `${nameOf(context)} takes [ipv4|ipv6:][tcp|udp:]PORT, and ${quoted(text)} ${fault}`,
        remedy: 'Write for example 80, tcp:8000-8999 or ipv6:udp:any.',
      }),
    ];
  },
  complete(text, offset) {
    const start = text.slice(0, offset).lastIndexOf(':') + 1;
    const end = text.indexOf(':', offset);
    return { start, end: end < 0 ? text.length : end, items: candidatesAfter(text.slice(0, start)) };
  },
  describe(text, _offset, context) {
    if (text === '' || bindFault(text, context)) return undefined;
    return { ...whole(text), markdown: describeBind(text.toLowerCase().split(':')) };
  },
  signature: () => ({
    label: '[FAMILY:][PROTOCOL:]PORTS',
    parameters: [
      { label: '[FAMILY:]', documentation: 'ipv4 or ipv6; both when not given.' },
      { label: '[PROTOCOL:]', documentation: 'tcp or udp; both when not given.' },
      { label: 'PORTS', documentation: 'A port, a range such as 8000-8999, or any.' },
    ],
    active: (text, offset) => activePart(text.slice(0, offset)),
  }),
};

function bindFault(text: string, { version }: ValueContext): string | undefined {
  const { words } = readWords(text, { separators: ':', dontCoalesce: true, unescapeRelax: true, relax: true });
  if (/:$/.test(text)) words.push({ text: '', start: text.length, end: text.length, quoted: false });
  const parts = words.map((word) => word.text);
  let at = 0;
  if (families.includes(parts[at]!)) at++;
  if (protocols.includes(parts[at]?.toLowerCase() ?? '')) at++;
  if (at === parts.length) return undefined;
  if (at < parts.length - 1) return `has an unknown or misplaced part ${quoted(parts[at]!)}`;
  return portsFault(parts[at]!, version);
}

function portsFault(text: string, version: number): string | undefined {
  if (text === 'any') return undefined;
  if (text === '') return 'lacks a port after the last colon';
  const dash = text.indexOf('-');
  const ends = dash < 0 ? [text] : [text.slice(0, dash), text.slice(dash + 1)];
  const ports = ends.map((end) => parseUnsigned(end, 65_535));
  const low = since(version, 'port 0 in SocketBindAllow=') ? 0 : 1;
  if (!ports.every((port): port is number => typeof port === 'number' && port >= low)) {
    return `ends neither in a port from ${low} to 65535, nor in a range of them, nor in "any"`;
  }
  return ports.length > 1 && ports[0]! > ports[1]! ? 'has a range of ports that runs backwards' : undefined;
}

function candidatesAfter(before: string): Candidate[] {
  const parts = before.split(':');
  const items: Candidate[] = [{ label: 'any', kind: 'keyword', detail: 'every port' }];
  if (!parts.some((part) => protocols.includes(part))) {
    items.unshift(
      ...protocols.map((label) => ({ label, kind: 'keyword', insert: `${label}:`, detail: 'protocol' }) as const),
    );
    if (before === '')
      items.unshift(
        ...families.map(
          (label) => ({ label, kind: 'keyword', insert: `${label}:`, detail: 'address family' }) as const,
        ),
      );
  }
  return items;
}

function describeBind(parts: readonly string[]): string {
  const family = parts.find((part) => families.includes(part));
  const protocol = parts.find((part) => protocols.includes(part));
  const last = parts.at(-1)!;
  const ports =
    families.includes(last) || protocols.includes(last) || last === 'any'
      ? 'Every port'
      : last.includes('-')
        ? `Ports ${last}`
        : `Port ${last}`;
  return `${ports} of ${protocol?.toUpperCase() ?? 'TCP and UDP'} over ${family === undefined ? 'IPv4 and IPv6' : family === 'ipv4' ? 'IPv4' : 'IPv6'}.`;
}

function activePart(before: string): number {
  const parts = before.split(':').slice(0, -1);
  if (parts.some((part) => protocols.includes(part))) return 2;
  return parts.length === 0 ? 0 : 1;
}
