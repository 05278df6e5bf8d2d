import { codeSpan } from '../../text/markdown.ts';
import { since } from '../changes.ts';
import { locatedText } from '../located.ts';
import { faultAt, nameOf, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueType } from '../value-type.ts';

/** Free text with specifiers: Description=, SyslogIdentifier=, PAMName= and so on. Empty resets. */
export const textWithSpecifiers: ValueType = {
  parsers: ['config_parse_unit_string_printf'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const { problem } = resolve(locatedText(text), context, { consequence: 'ignored' });
    return problem ? [problem] : [];
  },
};

/** Text taken as it stands: TCPCongestion=. */
export const plainText: ValueType = {
  parsers: ['config_parse_string'],
  repeats: 'replaces',
  check: () => [],
};

/** NAME_MAX, what `reboot_parameter_is_valid()` (src/shared/reboot-util.c) takes. */
const REBOOT_ARGUMENT_LIMIT = 255;

/** RebootArgument=: ASCII, since it goes to the kernel. */
export const rebootArgument: ValueType = {
  parsers: ['config_parse_reboot_parameter'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored' });
    if (resolved.problem) return [resolved.problem];
    if (!since(context.version, 'arguments of a reboot are checked')) return [];
    const argument = resolved.value.text;
    if (/^[\x00-\x7f]*$/.test(argument) && argument.length <= REBOOT_ARGUMENT_LIMIT) return [];
    const what = `${nameOf(context)} goes to the kernel and takes up to 255 characters of ASCII only`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
};

type Meaning = (text: string, context: ValueContext) => string;

/** What comes of names that are anyone's to choose; systemd.exec(5), systemd.service(5), systemd.socket(5), systemd.mount(5). */
const meanings: Readonly<Record<string, Meaning>> = {
  BusName: (name, { manager }) =>
    `With \`Type=dbus\` the service counts as started once it has the name ${name} on the ${manager === 'user' ? "user's" : 'system'} bus.`,
  SyslogIdentifier: (name) => `Messages are logged as ${name}: \`journalctl -t\` finds them by it.`,
  LogNamespace: (name) => `Messages go to a journal of their own: \`journalctl --namespace\` shows ${name}.`,
  PAMName: (name) => `A session is opened by the rules of ${name} in \`/etc/pam.d/\`.`,
  UtmpIdentifier: (name) => `utmp(5) lists the session under ${name}, of which the last four characters count.`,
  FileDescriptorName: (name) => `The service finds the socket as ${name} in \`$LISTEN_FDNAMES\`.`,
  DelegateSubgroup: (name) => `The service starts in ${name} below its own control group.`,
  BindToDevice: (name) => `Only what comes in by the network interface ${name} gets to the socket.`,
  BindNetworkInterface: (name) => `Sockets of the unit send and receive by the network interface ${name} only.`,
  SmackLabel: (name) => `Files of the socket have the Smack label ${name}.`,
  RebootArgument: (name) => `The machine is rebooted with the argument ${name}, as reboot(2) takes it.`,
  JobTimeoutRebootArgument: (name) => `The machine is rebooted with the argument ${name}, as reboot(2) takes it.`,
  OOMRules: (name) => `systemd-oomd acts by the rules in ${name}.`,
  DefaultInstance: (name) => `\`systemctl enable\` of the template without an instance enables the instance ${name}.`,
  TCPCongestion: (name) => `The kernel sends by the congestion control ${name}.`,
  ImportCredential: (name) => `The service gets every credential of the service manager whose name matches ${name}.`,
};

/** What a name of the author's own choice is used for, in one sentence of Markdown. */
export function meaningOfText(text: string, context: ValueContext): string | undefined {
  const { key } = context.directive;
  const meaning = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
  if (!meaning || text === '') return undefined;
  return meaning(codeSpan(text), context);
}
