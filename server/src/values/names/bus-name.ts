import { locatedText } from '../located.ts';
import { emptyProblem, faultAt, nameOf, quoted } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';

/** DBUS_MAXIMUM_NAME_LENGTH of the D-Bus specification. */
const LIMIT = 255;

/** BusName=: a well-known or unique name, see "Valid Names" of the D-Bus specification. */
export const busName: ValueType = {
  parsers: ['config_parse_bus_name'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'a D-Bus name')];
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored', limit: LIMIT });
    if (resolved.problem) return [resolved.problem];
    if (isBusName(resolved.value.text)) return [];
    const what = `${quoted(text)} is not a D-Bus name`;
    const remedy =
      'Write at least two parts with dots between them, such as org.example.Service, of letters, digits, "_" and "-"; none begins with a digit.';
    return [
      faultAt(resolved.value.span(), {
        rule: 'value-invalid',
        consequence: 'ignored',
        what: `${what}, as ${nameOf(context)} needs`,
        remedy,
      }),
    ];
  },
};

/** `sd_bus_service_name_is_valid()`, src/libsystemd/sd-bus/bus-internal.c. */
const isBusName = (text: string): boolean =>
  text.length <= LIMIT &&
  (/^[A-Za-z_-][A-Za-z0-9_-]*(\.[A-Za-z_-][A-Za-z0-9_-]*)+$/.test(text) ||
    /^:[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/.test(text));
