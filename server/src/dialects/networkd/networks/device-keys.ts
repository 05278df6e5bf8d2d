/** The kinds that Tunnel= takes; `network_resolve_netdev_one()` of src/network/networkd-network.c. */
const TUNNELS = ['ipip', 'sit', 'gre', 'gretap', 'ip6gre', 'ip6gretap', 'vti', 'vti6', 'ip6tnl', 'erspan'];

/** How a key names devices. */
export interface DeviceKey {
  /** Of which kinds the device has to be; a .netdev file has to make it. Any interface where there is none. */
  readonly kinds?: readonly string[];
  readonly isList?: boolean;
  /** The value names a device that the file makes, and none that others do. */
  readonly isDefinition?: boolean;
  /** Words with `*` and the like, and after `!` those that are left out. */
  readonly isMatch?: boolean;
}

const list = (...kinds: string[]): DeviceKey => ({ kinds, isList: true });

/** By kind of file, section and key. */
const KEYS: Readonly<Record<string, DeviceKey>> = {
  'network.Network.BatmanAdvanced': { kinds: ['batadv'] },
  'network.Network.Bond': { kinds: ['bond'] },
  'network.Network.Bridge': { kinds: ['bridge'] },
  'network.Network.VRF': { kinds: ['vrf'] },
  'network.Network.IPoIB': list('ipoib'),
  'network.Network.IPVLAN': list('ipvlan'),
  'network.Network.IPVTAP': list('ipvtap'),
  'network.Network.MACsec': list('macsec'),
  'network.Network.MACVLAN': list('macvlan'),
  'network.Network.MACVTAP': list('macvtap'),
  'network.Network.Tunnel': list(...TUNNELS),
  'network.Network.VLAN': list('vlan'),
  'network.Network.VXLAN': list('vxlan'),
  'network.Network.Xfrm': list('xfrm'),
  'network.Network.BindCarrier': { isList: true },
  'network.RoutingPolicyRule.IncomingInterface': {},
  'network.RoutingPolicyRule.OutgoingInterface': {},
  'network.DHCPPrefixDelegation.UplinkInterface': {},
  'network.DHCPServer.UplinkInterface': {},
  'network.IPv6SendRA.UplinkInterface': {},
  'network.BridgeFDB.OutgoingInterface': {},
  'network.Match.Name': { isList: true, isMatch: true },
  'netdev.NetDev.Name': { isDefinition: true },
  'netdev.Peer.Name': { isDefinition: true },
  'netdev.VXCAN.Peer': { isDefinition: true },
  'netdev.HSR.Ports': { isList: true },
  'link.Link.Name': { isDefinition: true },
};

/** How a key names devices; undefined for those that name none. */
export const deviceKey = (kind: string, section: string, key: string): DeviceKey | undefined => {
  const id = `${kind}.${section}.${key}`;
  return Object.hasOwn(KEYS, id) ? KEYS[id] : undefined;
};

/** Whether a key of some kind of file names devices. */
export const mayNameDevices = (section: string, key: string | undefined): boolean => NAMES.has(`${section}.${key}`);

const NAMES: ReadonlySet<string> = new Set(Object.keys(KEYS).map((id) => id.slice(id.indexOf('.') + 1)));
