import type { Signature, ValueProblem, ValueType } from '../../../values/value-type.ts';

/** A text that is put together when the unit starts is not judged. */
const isOpen = (text: string): boolean => /[%$]/.test(text);

/** `podman run --publish`, pkg/specgenutil/util.go: [[IP:]HOST-PORT:]PORT[/PROTOCOL], ports also as ranges. */
export const portMapping: ValueType = {
  parsers: [],
  repeats: 'adds',
  specifiers: 'all',
  check: (text) => refused(text, mappingFault),
  signature: (): Signature => ({
    label: '[[IP:]HOST-PORT:]CONTAINER-PORT[/PROTOCOL]',
    parameters: [
      {
        label: 'IP',
        documentation:
          'The address of the host that is listened on: all of them unless told. An IPv6 address stands in brackets.',
      },
      {
        label: 'HOST-PORT',
        documentation: 'The port of the host, or a range as 8000-8010; empty or missing for any that is free.',
      },
      { label: 'CONTAINER-PORT', documentation: 'The port inside, or a range as long as that of the host.' },
      { label: 'PROTOCOL', documentation: 'tcp unless told; udp or sctp.' },
    ],
    active: activePart,
  }),
};

function activePart(text: string, offset: number): number {
  const before = text.slice(0, offset).replace(/\[[^\]]*\]?/, '');
  if (before.includes('/')) return 3;
  const parts = text
    .replace(/\[[^\]]*\]?/, '')
    .split('/')[0]!
    .split(':').length;
  const at = before.split(':').length;
  return Math.max(0, 3 - parts) + at - 1;
}

/** `ExposeHostPort=`: Quadlet itself looks at the end only, podman at all of it. */
export const exposedPort: ValueType = {
  parsers: [],
  repeats: 'adds',
  specifiers: 'all',
  check: (text) => (/\d(?:\/udp|\/tcp)?$/.test(text.trim()) ? refused(text, exposeFault) : []),
};

function refused(text: string, faultOf: (text: string) => string | undefined): ValueProblem[] {
  const fault = text.trim() === '' || isOpen(text) ? undefined : faultOf(text.trim());
  if (!fault) return [];
  const message = `${fault}; the service fails when podman is started.`;
  return [{ start: 0, end: text.length, rule: 'value-invalid', severity: 'error', effect: 'kept', message }];
}

const exposeFault = (text: string): string | undefined =>
  text.split('/').length > 2 ? 'There is more than one protocol' : rangeFault(text.split('/')[0]!).fault;

function mappingFault(text: string): string | undefined {
  const [ports = '', protocol, ...more] = text.split('/');
  if (more.length > 0) return 'There is more than one protocol';
  if (protocol === '') return 'There is nothing behind the slash; write tcp, udp or sctp there';
  const read = splitMapping(ports);
  if ('fault' in read) return read.fault;
  const { host, container, address } = read;
  if (container === '') return 'The port of the container is missing';
  const inside = rangeFault(container);
  if (inside.fault) return inside.fault;
  if (address === '') return 'The address in front of the first colon is missing';
  if (address !== undefined && !isAddress(address)) return `"${address}" is not an IP address`;
  const outside = host ? rangeFault(host) : undefined;
  if (outside?.fault) return outside.fault;
  if (outside && outside.length !== inside.length)
    return `The ranges have different lengths: ${outside.length} ports of the host, ${inside.length} of the container`;
  return undefined;
}

interface Mapping {
  readonly address?: string;
  readonly host?: string;
  readonly container: string;
}

function splitMapping(ports: string): Mapping | { readonly fault: string } {
  const [before = '', behind, ...more] = ports.split(']');
  if (more.length > 0) return { fault: 'There is more than one address in brackets' };
  if (behind === undefined) {
    const [container = '', host, address, ...rest] = ports.split(':').reverse();
    if (rest.length > 0) return { fault: `"${ports}" has too many colons; an IPv6 address stands in brackets` };
    return { container, ...(host !== undefined && { host }), ...(address !== undefined && { address }) };
  }
  if (!before.startsWith('[')) return { fault: 'The bracket in front of the IPv6 address is missing' };
  const [container = '', host, ...rest] = behind.slice(1).split(':').reverse();
  if (!behind.startsWith(':') || host === undefined || rest.length > 0)
    return { fault: `"${ports}" is not [IPv6]:HOST-PORT:CONTAINER-PORT` };
  return { container, host, address: before.slice(1) };
}

function rangeFault(range: string): { readonly fault?: string; readonly length: number } {
  const bounds = range.split('-');
  const numbers = bounds.map((bound) => (/^\+?[0-9]+$/.test(bound) ? Number(bound) : Number.NaN));
  const isRange = bounds.length < 3 && numbers.every((port) => port >= 1 && port <= 65535);
  if (!isRange) return { fault: `"${range}" is not a port from 1 to 65535 or a range of them`, length: 0 };
  const [first = 0, last = first] = numbers;
  if (bounds.length === 2 && last <= first) return { fault: `The range "${range}" ends before it begins`, length: 0 };
  return { length: last - first + 1 };
}

/** Go's net.ParseIP: IPv4 without leading zeros, IPv6. */
function isAddress(text: string): boolean {
  if (/^(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})$/.test(text))
    return text.split('.').every((part) => Number(part) <= 255);
  return isIpv6(text);
}

function isIpv6(text: string): boolean {
  const [left = '', right, ...more] = text.split('::');
  if (!text.includes(':') || more.length > 0) return false;
  const groups = [...left.split(':'), ...(right === undefined ? [] : right.split(':'))].filter((part) => part !== '');
  const last = groups.at(-1) ?? '';
  const isMixed = last.includes('.');
  const plain = isMixed ? groups.slice(0, -1) : groups;
  if (isMixed && !/^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/.test(last)) return false;
  const count = plain.length + (isMixed ? 2 : 0);
  return plain.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) && (right === undefined ? count === 8 : count < 8);
}
