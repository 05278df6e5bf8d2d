import { type Located, locatedText, partOf } from '../located.ts';
import { pathFault } from '../paths/path-fault.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';

/** The place of a pinned BPF program. */
function checkProgram(source: Located, context: ValueContext): ValueProblem[] {
  const resolved = resolve(source, context, { consequence: 'ignored', limit: PATH_LIMIT });
  if (resolved.problem) return [resolved.problem];
  const fault = pathFault(resolved.value, context, { consequence: 'ignored' });
  return fault ? [fault] : [];
}

/** `IPIngressFilterPath=`, `config_parse_ip_filter_bpf_progs()`; whether the kernel can do it shows at start. */
export const filterProgram: ValueType = {
  parsers: ['config_parse_ip_filter_bpf_progs'],
  repeats: 'extends',
  specifiers: 'all',
  check: (text, context) => (text === '' ? [] : checkProgram(locatedText(text), context)),
  complete: (text) => ({
    ...whole(text),
    items: text === '' ? [{ label: '/sys/fs/bpf/', kind: 'path', detail: 'the BPF file system' }] : [],
    sources: [{ type: 'path' }, { type: 'specifier' }],
  }),
  references: (text) =>
    text.startsWith('/') && !text.includes('%') ? [{ ...whole(text), type: 'path', target: text }] : [],
};

/** What the names of bpf_cgroup_attach_type (src/shared/cgroup-setup.c) hook into. */
const attachTypes: Readonly<Record<string, string>> = {
  egress: 'packets that leave',
  ingress: 'packets that arrive',
  sock_create: 'creation of sockets',
  sock_ops: 'operations on TCP sockets',
  device: 'access to device nodes',
  bind4: 'bind(2), IPv4',
  bind6: 'bind(2), IPv6',
  connect4: 'connect(2), IPv4',
  connect6: 'connect(2), IPv6',
  post_bind4: 'after bind(2), IPv4',
  post_bind6: 'after bind(2), IPv6',
  sendmsg4: 'sendmsg(2), UDP over IPv4',
  sendmsg6: 'sendmsg(2), UDP over IPv6',
  sysctl: 'access to sysctl',
  recvmsg4: 'recvmsg(2), UDP over IPv4',
  recvmsg6: 'recvmsg(2), UDP over IPv6',
  getsockopt: 'getsockopt(2)',
  setsockopt: 'setsockopt(2)',
};

/** `TYPE:PATH`, `config_parse_bpf_foreign_program()`; systemd.resource-control(5), "BPFProgram=". */
export const foreignProgram: ValueType = {
  parsers: ['config_parse_bpf_foreign_program'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const found = /^((?:\\.|[^:\\])+):+(.+)$/s.exec(text);
    if (!found) {
      const what = `${nameOf(context)} takes TYPE:PATH, and ${quoted(text)} is not of that form`;
      return [
        faultAt(whole(text), {
          rule: 'value-invalid',
          consequence: 'ignored',
          what,
          remedy: 'Write for example egress:/sys/fs/bpf/program.',
        }),
      ];
    }
    const type = found[1]!.replace(/\\(.)/g, '$1');
    if (!Object.hasOwn(attachTypes, type)) {
      const what = `Unknown place ${quoted(type)} to attach a program to, in ${nameOf(context)}`;
      const remedy = `Write one of ${Object.keys(attachTypes).join(', ')}.`;
      return [
        faultAt({ start: 0, end: found[1]!.length }, { rule: 'value-invalid', consequence: 'ignored', what, remedy }),
      ];
    }
    return checkProgram(partOf(locatedText(text), text.length - found[2]!.length), context);
  },
  complete(text, offset) {
    const colon = text.indexOf(':');
    if (colon >= 0 && colon < offset)
      return { start: colon + 1, end: text.length, items: [], sources: [{ type: 'path' }] };
    const items = Object.entries(attachTypes).map(([label, detail]) => ({ label, detail, kind: 'keyword' }) as const);
    return { start: 0, end: colon < 0 ? text.length : colon, items };
  },
  describe(text, offset) {
    const [type = ''] = text.split(':', 1);
    if (offset > type.length || !Object.hasOwn(attachTypes, type)) return undefined;
    return { start: 0, end: type.length, markdown: `**${type}**: ${attachTypes[type]}.` };
  },
  signature: () => ({
    label: 'TYPE:PATH',
    parameters: [
      { label: 'TYPE', documentation: 'What the program is attached to: egress, ingress, connect4, …' },
      { label: 'PATH', documentation: 'The program, pinned in the BPF file system.' },
    ],
    active: (text, offset) => (text.slice(0, offset).includes(':') ? 1 : 0),
  }),
};
