import { parseSocketAddress } from '../../../values/net/socket-address.ts';
import { faultAt, nameOf, quoted, whole } from '../../../values/problem.ts';
import { calendarEvent } from '../../../values/time/timer.ts';
import type { ValueType } from '../../../values/value-type.ts';

/** `config_parse_string()`; told so, it takes no quotes, backslashes and control characters. */
const plain: ValueType = {
  parsers: ['config_parse_string'],
  repeats: 'replaces',
  check(text, context) {
    const unsafe = context.directive.argument === 'CONFIG_PARSE_STRING_SAFE' ? /["'\\\x00-\x1f\x7f]/.exec(text) : null;
    if (!unsafe) return [];
    const at = { start: unsafe.index, end: unsafe.index + 1 };
    const what = `${nameOf(context)} takes no quotes, backslashes and control characters`;
    return [faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what })];
  },
};

/** Header=: a line of HTTP, `NAME: VALUE`; journal-upload.conf(5). */
const header: ValueType = {
  parsers: ['config_parse_header'],
  repeats: 'adds',
  form: 'NAME: VALUE',
  check(text, context) {
    if (text === '') return [];
    const colon = text.indexOf(':');
    const name = text.slice(0, Math.max(0, colon)).trim();
    const fault =
      colon < 0
        ? 'has no colon'
        : !/^[A-Za-z0-9_-]+$/.test(name)
          ? 'has no valid name before its colon'
          : /[^ -~]/.test(text.slice(colon + 1))
            ? 'has other characters than plain ASCII'
            : /\\(?![abfnrtv\\"'s]|x[0-9a-fA-F]{2}|[0-3][0-7]{2})/.test(text)
              ? 'has an unknown escape sequence'
              : undefined;
    if (fault === undefined) return [];
    const what = `${nameOf(context)} takes a header of HTTP, and ${quoted(text)} ${fault}`;
    return [
      faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what, remedy: 'Write NAME: VALUE.' }),
    ];
  },
};

/** ForwardToSocket=: where the journal's messages go; journald.conf(5). */
const socket: ValueType = {
  parsers: ['config_parse_forward_to_socket'],
  repeats: 'replaces',
  form: 'address',
  check(text, context) {
    const address = text === '' ? undefined : parseSocketAddress(text, context.version);
    if (address === undefined || !('fault' in address)) return [];
    const what = `${nameOf(context)} takes the address of a socket, and ${quoted(text)} ${address.fault}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'vsock:2:', kind: 'prefix', detail: 'the host of a virtual machine, with a port' },
      { label: '/run/', kind: 'prefix', detail: 'a socket in the file system' },
    ],
  }),
};

/** DesignatedMaintenanceTime=: a calendar event; logind.conf(5). */
const maintenanceTime: ValueType = {
  ...calendarEvent,
  parsers: ['config_parse_calendar'],
  check: (text, context) => (text === '' ? [] : calendarEvent.check(text, context)),
};

/** UserTasksMax=: read, and nothing done with it. */
const removed: ValueType = {
  parsers: ['config_parse_compat_user_tasks_max'],
  repeats: 'replaces',
  status: 'removed',
  check: () => [],
};

export const texts: readonly ValueType[] = [plain, header, socket, maintenanceTime, removed];
