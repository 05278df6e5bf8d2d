import { codeSpan } from '../../text/markdown.ts';
import { whole } from '../problem.ts';
import type { Candidate, Completion, Description, Signature, ValueContext } from '../value-type.ts';
import { netlinkFamilies, parseSocketAddress, type SocketAddress } from './socket-address.ts';

const addressForms: readonly Candidate[] = [
  form('/run/', 'a socket in the file system', '%t/${1:%p}.sock', 'path in %t, the runtime directory'),
  form('port', 'a port on every address, IPv6 and IPv4', '${1:8080}'),
  form('127.0.0.1:port', 'a port on one IPv4 address', '127.0.0.1:${1:8080}'),
  form('[::1]:port', 'a port on one IPv6 address', '[::1]:${1:8080}'),
  form('@name', 'a socket in the abstract name space', '@${1:%p}'),
  form('vsock:CID:port', 'virtual machines (vsock(7)); no CID means any', 'vsock:${1:}:${2:1024}'),
];

function form(label: string, detail: string, insert: string, documentation?: string): Candidate {
  return { label, kind: 'snippet', detail, insert, isSnippet: true, documentation };
}

export function completeListen(text: string, offset: number, { directive }: ValueContext): Completion {
  if (directive.key === 'ListenNetlink') {
    const blank = text.search(/\s/);
    if (blank >= 0 && blank < offset) return { start: offset, end: offset, items: [] };
    const items = Object.entries(netlinkFamilies).map(
      ([label, detail]) => ({ label, detail, kind: 'keyword' }) as const,
    );
    return { start: 0, end: blank < 0 ? text.length : blank, items };
  }
  const isPath = text.startsWith('/') || directive.argument !== 'SOCKET_SOCKET';
  if (isPath) return { ...whole(text), items: [], sources: [{ type: 'path' }, { type: 'specifier' }] };
  const items =
    directive.key === 'ListenSequentialPacket' ? addressForms.filter(({ label }) => /^[/@]/.test(label)) : addressForms;
  return { ...whole(text), items, sources: [{ type: 'specifier' }] };
}

const transports: Readonly<Record<string, string>> = {
  ListenStream: 'TCP',
  ListenDatagram: 'UDP',
  ListenSequentialPacket: 'sequential packets',
};

export function describeListen(
  text: string,
  _offset: number,
  { directive, version }: ValueContext,
): Description | undefined {
  if (directive.key === 'ListenNetlink') {
    const about = netlinkFamilies[text.split(/\s/)[0]!];
    return about ? { ...whole(text), markdown: `Netlink messages about ${about}.` } : undefined;
  }
  if (directive.argument !== 'SOCKET_SOCKET') return undefined;
  // With specifiers only a path is certain: %t and its like begin with a slash.
  const address = text.includes('%') ? pathIn(text) : parseSocketAddress(text, version);
  if (!address || 'fault' in address) return undefined;
  return { ...whole(text), markdown: describeAddress(address, transports[directive.key] ?? '') };
}

const pathIn = (text: string): SocketAddress | undefined =>
  /^(?:\/|%[ELSCThtV]\/)/.test(text) ? { family: 'unix', abstract: false, path: text } : undefined;

function describeAddress(address: SocketAddress, transport: string): string {
  if (address.family === 'unix') {
    if (address.abstract)
      return `UNIX socket ${codeSpan(address.path)} in the abstract name space: no file, no file permissions.`;
    return `UNIX socket ${codeSpan(address.path)} in the file system; \`SocketMode=\`, \`SocketUser=\` and \`SocketGroup=\` say who may connect.`;
  }
  if (address.family === 'vsock') {
    const who = address.cid === '' ? 'any context' : `context ${address.cid}`;
    return `vsock(7) port ${address.port} of ${who}, for talking between virtual machine and host.`;
  }
  const zone = address.zone ? ` on interface ${codeSpan(address.zone)}` : '';
  if (address.host === undefined) {
    return `${transport} port ${address.port} on every address, IPv6 and IPv4. \`BindIPv6Only=\` narrows it to IPv6.`;
  }
  const reach = /^(127\.|::1$)/.test(address.host) ? ', which only this machine reaches' : '';
  return `${transport} port ${address.port} of ${address.host}${zone}${reach}.`;
}

export function listenSignature({ directive }: ValueContext): Signature | undefined {
  if (directive.argument !== 'SOCKET_SOCKET') return undefined;
  if (directive.key === 'ListenNetlink') {
    return {
      label: 'FAMILY [GROUP]',
      parameters: [
        { label: 'FAMILY', documentation: 'Name or number of the netlink family.' },
        { label: '[GROUP]', documentation: 'Multicast group, as a bit mask.' },
      ],
      active: (text, offset) => (/^\s*\S+\s/.test(text.slice(0, offset)) ? 1 : 0),
    };
  }
  return {
    label: '/path | @abstract | [ADDRESS:]PORT[%INTERFACE] | vsock:[CID]:PORT',
    parameters: [
      { label: '/path', documentation: 'A socket in the file system.' },
      { label: '@abstract', documentation: 'A socket in the abstract name space.' },
      {
        label: '[ADDRESS:]PORT[%INTERFACE]',
        documentation:
          'An IPv4 address or an IPv6 address in brackets, and a port; a port alone listens everywhere. Write %% before the interface.',
      },
      { label: 'vsock:[CID]:PORT', documentation: 'A port towards virtual machines; no CID means any.' },
    ],
    active(text) {
      if (text.startsWith('/')) return 0;
      if (text.startsWith('@')) return 1;
      return text.startsWith('vsock') ? 3 : 2;
    },
  };
}
