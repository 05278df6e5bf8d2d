import type { ValueType } from '../../../values/value-type.ts';
import { oneOf, YES_NO } from '../../values/one-of.ts';
import { kindOfDevice } from './device-kind.ts';

/** Words of systemd.netdev(5). */
const ofKinds: readonly ValueType[] = [
  kindOfDevice,
  oneOf('sr_iov_vlan_proto', { '802.1Q': '', '802.1ad': '' }, { empty: true }),
  oneOf('vlanprotocol', { '802.1q': '', '802.1ad': '', '802.1Q': '' }, { empty: true }),
  oneOf('macvlan_mode', { private: '', vepa: '', bridge: '', passthru: '', source: '' }),
  oneOf('ipvlan_mode', { L2: '', L3: '', L3S: '' }),
  oneOf('ipvlan_flags', { bridge: '', private: '', vepa: '' }),
  oneOf('df geneve_df', { inherit: 'as the packet inside' }, { boolean: YES_NO }),
  oneOf('hsr_protocol', { hsr: '', prp: '' }),
  oneOf('bare_udp_iftype', { ipv4: '', ipv6: '', 'mpls-uc': '', 'mpls-mc': '' }),
  oneOf('l2tp_encap_type', { udp: '', ip: '' }),
  oneOf('l2tp_session_l2spec', { none: '', default: '' }),
  oneOf('tunnel_mode', { any: '', ipip6: '', ip6ip6: '', ipip: '', ip6ip: '' }, { since: { ipip: 258, ip6ip: 258 } }),
  oneOf('fou_encap_type', { FooOverUDP: '', GenericUDPEncapsulation: '' }),
  oneOf('erspan_direction', { ingress: '', egress: '' }, { empty: true }),
  oneOf('batadv_gateway_mode', { off: '', client: '', server: '' }),
  oneOf('batadv_routing_algorithm', { 'batman-v': '', 'batman-iv': '' }),
  oneOf('ipoib_mode', { datagram: '', connected: '' }),
  oneOf(
    'wlan_iftype',
    {
      ...{ 'ad-hoc': '', station: '', ap: 'an access point', 'ap-vlan': '', wds: '', monitor: '', 'mesh-point': '' },
      ...{ 'p2p-client': '', 'p2p-go': '', 'p2p-device': '', ocb: '', nan: '', 'nan-data': '', pd: '' },
    },
    { empty: true, since: { 'nan-data': 262, pd: 262 } },
  ),
];

const ofBonds: readonly ValueType[] = [
  oneOf('bond_mode', {
    'balance-rr': 'packets in turn; the default',
    'active-backup': 'one works, the others wait',
    'balance-xor': 'by addresses',
    broadcast: 'everything on all',
    '802.3ad': 'LACP, with a switch that has it',
    'balance-tlb': 'sent by load',
    'balance-alb': 'sent and received by load',
  }),
  oneOf(
    'bond_xmit_hash_policy',
    {
      layer2: '',
      'layer3+4': '',
      'layer2+3': '',
      'encap2+3': '',
      'encap3+4': '',
      'vlan+srcmac': '',
    },
    { since: { 'vlan+srcmac': 257 } },
  ),
  oneOf('bond_lacp_rate', { slow: 'every 30 seconds', fast: 'every second' }),
  oneOf('bond_ad_select', { stable: '', bandwidth: '', count: '' }),
  oneOf('bond_fail_over_mac', { none: '', active: '', follow: '' }),
  oneOf('bond_arp_validate', { none: '', active: '', backup: '', all: '' }),
  oneOf('bond_arp_all_targets', { any: '', all: '' }),
  oneOf('bond_primary_reselect', { always: '', better: '', failure: '' }),
];

export const deviceWords: readonly ValueType[] = [...ofKinds, ...ofBonds];
