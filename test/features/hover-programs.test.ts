import { describe, expect, test } from 'vitest';
import { dialectOf, identifyPath } from '../../server/src/dialects/index.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { newest, skipReason } from '../manual/real-pages.ts';
import { realManual } from './environment.ts';

/** Files of programs with a suffix or a folder of their own, and the page that describes each kind. */
const pages: readonly (readonly [path: string, page: string])[] = [
  ['/etc/systemd/network/a.network', 'systemd.network(5)'],
  ['/etc/systemd/network/a.netdev', 'systemd.netdev(5)'],
  ['/etc/systemd/network/a.link', 'systemd.link(5)'],
  ['/etc/systemd/nspawn/a.nspawn', 'systemd.nspawn(5)'],
  ['/etc/repart.d/a.conf', 'repart.d(5)'],
  ['/etc/sysupdate.d/a.transfer', 'sysupdate.d(5)'],
  ['/etc/sysupdate.d/a.feature', 'sysupdate.features(5)'],
  ['/etc/sysupdate.a.component', 'sysupdate.components(5)'],
  ['/etc/systemd/dnssd/a.dnssd', 'systemd.dnssd(5)'],
  ['/etc/systemd/dns-delegate.d/a.dns-delegate', 'systemd.dns-delegate(5)'],
];

/** Keys that the program reads and its page does not have: old names, and some that nobody has described. */
const silent: Readonly<Record<string, string>> = {
  network:
    'Network.DHCPv6PrefixDelegation Network.IPForward Network.IPv4LL Network.IPv6AcceptRouterAdvertisements Network.IPv6PrefixDelegation Network.IPv6ProxyNDPAddress Network.IPv6Token Network.L2TP Address.PrefixRoute Route.GatewayOnlink Route.TTLPropagate DHCPv4.BlackList DHCPv4.CriticalConnection DHCPv4.UseDomainName DHCPv6.ForceDHCPv6PDOtherInformation IPv6AcceptRA.BlackList IPv6AcceptRA.UseICMP6RateLimit DHCPServer.BindToInterface DHCPServer.RelayAgentCircuitId DHCPServer.RelayAgentRemoteId DHCPServer.RelayTarget TokenBucketFilter.Burst TokenBucketFilter.LimitSize FairQueueingControlledDelay.Quantum FairQueueing.InitialQuantum FairQueueing.Quantum DHCP.CriticalConnection DHCP.ForceDHCPv6PDOtherInformation DHCP.UseDomainName TrafficControlQueueingDiscipline.NetworkEmulatorDelayJitterSec TrafficControlQueueingDiscipline.NetworkEmulatorDelaySec TrafficControlQueueingDiscipline.NetworkEmulatorDuplicateRate TrafficControlQueueingDiscipline.NetworkEmulatorLossRate TrafficControlQueueingDiscipline.NetworkEmulatorPacketLimit',
  netdev:
    'VXLAN.ARPProxy VXLAN.UDP6ZeroCheckSumRx VXLAN.UDP6ZeroCheckSumTx VXLAN.UDPCheckSum GENEVE.UDP6ZeroCheckSumRx GENEVE.UDP6ZeroCheckSumTx L2TP.UDP6CheckSumRx L2TP.UDP6CheckSumTx L2TP.UDPCheckSum Tun.OneQueue Tap.OneQueue WireGuard.FwMark VRF.TableId BatmanAdvanced.GatewayBandwithDown BatmanAdvanced.GatewayBandwithUp',
  link: 'Link.UDPSegmentationOffload',
  nspawn: 'Files.PrivateUsersChown',
};

describe.skipIf(newest === undefined)(`hovers${newest === undefined ? ` (${skipReason})` : ''}`, () => {
  test.each(pages)('every key of %s has the words of %s', (path, page) => {
    const identity = identifyPath(path)!;
    const { schema } = dialectOf(identity);
    const directives = schema.directivesOf(identity);
    const keys = schema.sectionsOf(identity).flatMap((section) => directives.of(section, NEWEST_VERSION));
    expect(keys.length).toBeGreaterThan(3);
    const words = keys.map(({ section, key, page: own }) => realManual()!.directive(own || undefined, section, key));
    const wordless = keys.filter((_, i) => !words[i]).map(({ section, key }) => `${section}.${key}`);
    const known = (silent[identity.kind] ?? '').split(' ').filter(Boolean);
    expect(wordless.filter((key) => !known.includes(key))).toEqual([]);
    expect(known.filter((key) => !wordless.includes(key))).toEqual([]);
    // What a slice has is described with slices.
    const others = new Set(words.flatMap((text) => (text && text.page !== page ? [text.page] : [])));
    expect([...others]).toEqual(identity.kind === 'network' ? ['systemd.resource-control(5)'] : []);
  });
});
