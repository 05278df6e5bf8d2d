import { since } from '../../../values/changes.ts';
import { interfaceFault } from '../../../values/net/interface-name.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { isNumber } from '../../networkd/values/numbers.ts';
import { named } from '../../values/one-of.ts';
import { taking, takingWords } from '../../values/taking.ts';

const isInterface = (text: string): boolean => interfaceFault(text, false) === undefined;

/** An interface of the host, and behind a colon its name in the container. */
function isPair(text: string): boolean {
  const [host = '', inside = '', ...more] = text.split(':');
  return more.length === 0 && isInterface(host) && (inside === '' || isInterface(inside));
}

/** `veth_extra_parse()` of src/nspawn/nspawn-network.c: what is no name behind the colon counts as none. */
function isExtra(text: string): boolean {
  const [host = '', ...inside] = text.split(':');
  return isInterface(host) && inside.length < 2;
}

/** `expose_port_parse()` of src/nspawn/nspawn-expose-ports.c. */
function isExposed(text: string): boolean {
  const ports = text.replace(/^(?:tcp|udp):/, '').split(':');
  return ports.length <= 2 && ports.every((port) => isNumber(port, 1, 65_535));
}

/** How a container is connected; systemd.nspawn(5), "[Network] section options". */
export const network: readonly ValueType[] = [
  takingWords({
    parsers: named('network_iface_pair macvlan_iface_pair ipvlan_iface_pair'),
    what: 'names of interfaces of the host, each with a colon and its name in the container if wanted, like eth1:lan',
    takes: (text, { version }) => isPair(text) || !since(version, 'interfaces of containers are checked'),
    consequence: 'file',
  }),
  taking({
    parsers: named('veth_extra'),
    what: 'the name of an interface of the host, and that in the container behind a colon, like ve-db:db',
    takes: isExtra,
  }),
  taking({
    parsers: named('network_zone'),
    what: 'a name of up to 12 characters without blanks, / and :',
    takes: (text) => isInterface(`vz-${text}`),
    empty: true,
  }),
  taking({
    parsers: named('expose_port'),
    what: 'a port of the host, with tcp: or udp: in front and the port of the container behind a colon if wanted, like tcp:8080:80',
    takes: isExposed,
  }),
];
