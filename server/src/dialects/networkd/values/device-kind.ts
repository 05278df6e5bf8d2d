import { theTarget } from '../../../schema/targets.ts';
import { nameOf, problem, whole } from '../../../values/problem.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { named } from '../../values/one-of.ts';
import { taking } from '../../values/taking.ts';
import { deviceKind, deviceKinds, isMadeBy } from '../device-kinds.ts';

const ofRelease = taking({
  parsers: named('netdev_kind'),
  what: 'a kind of device such as bridge, vlan, bond or wireguard',
  takes(text, { version }) {
    const kind = deviceKind(text);
    return kind !== undefined && isMadeBy(kind, version);
  },
});

/** `Kind=` of [NetDev], of which the first that is taken counts; `config_parse_netdev_kind()` of src/network/netdev/netdev.c. */
export const kindOfDevice: ValueType = {
  ...ofRelease,
  repeats: 'first',
  check(text, context) {
    const found = ofRelease.check(text, context);
    const other = found.length > 0 ? deviceKind(text) : undefined;
    if (!other) return found;
    const isNewer = other.from > context.version;
    const period = isNewer ? `exists since systemd ${other.from}` : `is gone since systemd ${other.to + 1}`;
    const message = `${nameOf(context)}${text} ${period}; ${theTarget(context.version)} ignores the line.`;
    return [problem(whole(text), isNewer ? 'value-too-new' : 'value-invalid', message)];
  },
  complete: (text, _offset, { version }) => ({
    ...whole(text),
    items: deviceKinds
      .filter((kind) => isMadeBy(kind, version))
      .map(({ name }) => ({ label: name, kind: 'keyword' as const })),
  }),
};
