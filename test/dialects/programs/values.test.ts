import { expect, test } from 'vitest';
import { dialects } from '../../../server/src/dialects/index.ts';
import { networkTypes } from '../../../server/src/dialects/networkd/values/index.ts';
import { nspawnTypes } from '../../../server/src/dialects/nspawn/values/index.ts';
import { repartTypes } from '../../../server/src/dialects/repart/values/index.ts';
import { sysupdateTypes } from '../../../server/src/dialects/sysupdate/values/index.ts';
import type { FileIdentity } from '../../../server/src/schema/file-identity.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';

const schema = dialects.find((dialect) => dialect.schema.dialect === 'networkd')!.schema;
const directives = ['network', 'netdev', 'link'].flatMap((kind) =>
  schema
    .directivesOf({ kind } as FileIdentity)
    .all()
    .map((directive) => ({ kind, directive })),
);

const others = (
  [
    ['nspawn', 'nspawn'],
    ['repart', 'repart'],
    ['sysupdate', 'transfer'],
    ['sysupdate', 'feature'],
    ['sysupdate', 'component'],
    ['resolved', 'dnssd'],
    ['resolved', 'dns-delegate'],
  ] as const
).map(([id, kind]) => ({
  kind,
  own: dialects
    .find((dialect) => dialect.schema.dialect === id)!
    .schema.directivesOf({ kind } as FileIdentity)
    .all(),
}));

test.each(others)('of the keys of .$kind files at least 95 in 100 have a value type', ({ own }) => {
  expect(own.filter(({ valueType }) => valueType).length / own.length).toBeGreaterThan(0.95);
});

test.each([
  ['nspawnTypes', nspawnTypes],
  ['repartTypes', repartTypes],
  ['sysupdateTypes', sysupdateTypes],
])('%s claim each parser once, and one that is there', (_, types) => {
  const parsers = types.flatMap((type) => type.parsers);
  expect(parsers.filter((parser, index) => parsers.indexOf(parser) !== index)).toEqual([]);
  const known = new Set(
    others.flatMap(({ own }) => own.flatMap(({ parser, argument }) => [parser, `${parser}(${argument})`])),
  );
  expect(parsers.filter((parser) => !known.has(parser))).toEqual([]);
});

test('of the keys of networks, devices and links more than 95 in 100 have a value type', () => {
  const typed = directives.filter(({ directive }) => directive.valueType);
  expect(typed.length / directives.length).toBeGreaterThan(0.95);
});

test('no parser is claimed twice, and none that nobody has', () => {
  const parsers = networkTypes.flatMap((type) => type.parsers);
  expect(parsers.filter((parser, index) => parsers.indexOf(parser) !== index)).toEqual([]);
  const known = new Set(
    directives.flatMap(({ directive: { parser, argument } }) => [parser, `${parser}(${argument})`]),
  );
  const ofDnssd = ['config_parse_uint16', 'config_parse_ip_port'];
  expect(parsers.filter((parser) => !known.has(parser) && !ofDnssd.includes(parser))).toEqual([]);
});

test.each(
  [...directives, ...others.flatMap(({ kind, own }) => own.map((directive) => ({ kind, directive })))].map(
    ({ kind, directive }) => [`${kind} ${directive.section}.${directive.key}`, kind, directive] as const,
  ),
)('%s completes, describes and judges any text', (_, kind, directive) => {
  const context = { directive, version: 262, manager: 'system', kind, unit: undefined } as const;
  for (const text of ['', 'yes', '1', 'a b', '"', ':', '%', '~', 'x:y:z', '1.2.3.4/', '::/', '\u0000', '!']) {
    for (const { start, end, message } of directive.valueType?.check(text, context) ?? []) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(message).toMatch(/^\S.*[.?]$/s);
    }
    for (let offset = 0; offset <= text.length; offset++) directive.valueType?.complete?.(text, offset, context);
  }
});

const network = (section: string, line: string): string =>
  section === 'Match' ? `[Match]\n${line}\n` : `[Match]\nName=x\n[${section}]\n${line}\n`;

/** What the program says of each is in test/oracle/programs. */
test.each([
  ['Network', 'Address=192.168.1.10/24', true],
  ['Network', 'Address=192.168.1.10', false],
  ['Network', 'Address=192.168.1.10/33', false],
  ['Network', 'Gateway=_dhcp4', false],
  ['Route', 'Gateway=_dhcp4', true],
  ['Network', 'DHCP=maybe', false],
  ['Network', 'DHCP=ipv4', true],
  ['Network', 'VLAN=vlan10 vlan20', true],
  ['Network', 'VLAN=a/b', false],
  ['Link', 'MTUBytes=9K', true],
  ['Link', 'MTUBytes=big', false],
  ['Link', 'MACAddress=00:11:22:33:44:55', true],
  ['Link', 'MACAddress=00:11:22:33:44:5g', false],
  ['Link', 'RequiredForOnline=degraded:routable', true],
  ['Link', 'RequiredForOnline=routable:degraded', false],
  ['Route', 'Metric=1024', true],
  ['Route', 'Metric=-1', false],
  ['RoutingPolicyRule', 'SourcePort=1000-2000', true],
  ['RoutingPolicyRule', 'SourcePort=2000-1000', false],
  ['IPv6SendRA', 'RouterLifetimeSec=3s', false],
  ['QDisc', 'Parent=clsact', true],
  ['Match', 'Name=en* !enp1s0', true],
  ['Network', 'IPForward=yes', false],
  ['Network', 'IPv4LL=yes', false],
  ['RoutingPolicyRule', 'IPProtocol=TCP', true],
  ['RoutingPolicyRule', 'IPProtocol=144', true],
  ['RoutingPolicyRule', 'IPProtocol=145', false],
  ['RoutingPolicyRule', 'IPProtocol=l2tpv3', false],
  ['Route', 'MultiPathRoute=192.168.1.1@eth0 256', true],
  ['Route', 'MultiPathRoute=@eth0', true],
  ['Route', 'MultiPathRoute=192.168.1.1 257', false],
  ['DHCPv4', 'NFTSet=prefix:inet:filter:lan', true],
  ['DHCPv4', 'NFTSet=cgroup:inet:filter:lan', false],
  ['DHCPv6', 'SendOption=65534:uint8:1', true],
  ['DHCPv6', 'SendOption=65535:uint8:1', false],
  ['DHCPv6', 'SendVendorOption=26496:1:string:foo', true],
  ['DHCPv6', 'SendVendorOption=1:string:foo', false],
  ['DHCPServer', 'Timezone=Europe/Berlin', true],
  ['DHCPServer', 'Timezone=Newer/Zone', true],
  ['DHCPServer', 'Timezone=berlin', false],
  ['IPv6SendRA', 'Domains=example.com lan', true],
  ['IPv6SendRA', 'Domains=example.com -lan', false],
  ['IPv6SendRA', 'Domains=lan example.com lan', false],
  ['IPv6SendRA', 'UplinkInterface=:self', false],
  ['DHCPPrefixDelegation', 'UplinkInterface=:self', true],
])('[%s] %s', (section, line, isTaken) => {
  const found = checkUnitText(network(section, line), { path: '/etc/systemd/network/x.network' });
  expect(found.filter(({ code }) => code.startsWith('value-'))).toHaveLength(isTaken ? 0 : 1);
});

test.each([
  ['Network', 'IPForward=yes', 254, true],
  ['Network', 'IPForward=maybe', 254, false],
  ['RoutingPolicyRule', 'IPProtocol=mptcp', 254, true],
  ['RoutingPolicyRule', 'IPProtocol=mptcp', 257, false],
  ['RoutingPolicyRule', 'IPProtocol=115', 252, false],
  ['Route', 'MultiPathRoute=@eth0', 257, false],
])('[%s] %s by systemd %i', (section, line, version, isTaken) => {
  const found = checkUnitText(network(section, line), { path: '/etc/systemd/network/x.network', version });
  expect(found.filter(({ code }) => code.startsWith('value-'))).toHaveLength(isTaken ? 0 : 1);
});

const WIREGUARD =
  '[NetDev]\nName=w\nKind=wireguard\n[WireGuardPeer]\nPublicKey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';
const MACSEC = '[NetDev]\nName=m\nKind=macsec\n[MACsecTransmitAssociation]\nPacketNumber=1\n';

/** Devices and links, with what is said of the values of the last line. */
test.each([
  ['a.netdev', `${WIREGUARD}AllowedIPs=10.0.0.0/8, fd00::/64`, []],
  ['a.netdev', `${WIREGUARD}AllowedIPs=0.0.0.0/0,::/0,10.0.0.1,::ffff:1.2.3.4`, []],
  ['a.netdev', `${WIREGUARD}AllowedIPs=10.0.0.0/33,fd00::/8`, ['entry']],
  ['a.netdev', `${WIREGUARD}AllowedIPs=10.0.0.1/24`, ['accepts']],
  ['a.netdev', `${WIREGUARD}AllowedIPs=fd00::1/64`, ['accepts']],
  ['a.netdev', `${MACSEC}Key=${'0123456789abcdef'.repeat(2)}`, []],
  ['a.netdev', `${MACSEC}Key=${'0123456789abcdef'.repeat(4)}`, ['line']],
  ['a.netdev', '[NetDev]\nName=f\nKind=fou\n[FooOverUDP]\nProtocol=ipip', []],
  ['a.netdev', '[NetDev]\nName=f\nKind=fou\n[FooOverUDP]\nProtocol=256', ['line']],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nAdvertise=1000baset-full fibre', []],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nAdvertise=1000baset-full 1000', ['entry']],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nWakeOnLanPassword=cb:a9:87:65:43:21', []],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nWakeOnLanPassword=secret', ['line']],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nReceivePacketSteeringCPUMask=disable', []],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nReceivePacketSteeringCPUMask=0-3,ff', ['line']],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nIRQAffinity=all', ['line']],
])('%s %j', (name, text, said) => {
  const found = checkUnitText(text, { path: `/etc/systemd/network/${name}` }).filter(({ code }) =>
    code.startsWith('value-'),
  );
  expect(
    found.map(({ message }) => / this (entry|line)\.|systemd (accepts)/.exec(message)?.slice(1).find(Boolean)),
  ).toEqual(said);
});

/** Faults of one line each; 1 where the line is taken back, and no more is said. */
test.each([
  ['/etc/systemd/nspawn/x.nspawn', 'Files', 'Bind=/srv:/data', ''],
  ['/etc/systemd/nspawn/x.nspawn', 'Files', 'Bind=/srv:data', 'systemd ignores this line'],
  ['/etc/systemd/nspawn/x.nspawn', 'Exec', 'PrivateUsers=65536:65536', ''],
  ['/etc/systemd/nspawn/x.nspawn', 'Exec', 'PrivateUsers=4294967295', 'systemd ignores this line'],
  ['/etc/systemd/nspawn/x.nspawn', 'Network', 'Port=tcp:8080:80', ''],
  ['/etc/systemd/nspawn/x.nspawn', 'Network', 'Port=sctp:80', 'systemd ignores this line'],
  ['/etc/systemd/nspawn/x.nspawn', 'Network', 'Interface=a/b', 'systemd refuses the file'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'Type=root-x86-64', ''],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'Type=rot', 'systemd refuses the file'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'SizeMinBytes=1G', ''],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'SizeMinBytes=big', 'systemd refuses the file'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'TPM2PCRs=7+kernel-boot:sha256', ''],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'TPM2PCRs=24', 'systemd refuses the file'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'TPM2PCRs=7:sha256=aabb', 'systemd refuses the file'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'Label=%z', 'systemd ignores this line'],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'CopyFiles=/a:/b:fsverity=copy', ''],
  ['/usr/lib/repart.d/10.conf', 'Partition', 'CopyFiles=/a:/b:foo', 'systemd accepts this line and warns'],
  ['/usr/lib/sysupdate.d/a.transfer', 'Source', 'MatchPattern=image_@v.raw', ''],
  ['/usr/lib/sysupdate.d/a.transfer', 'Source', 'MatchPattern=image.raw', 'systemd refuses the file'],
  ['/usr/lib/sysupdate.d/a.transfer', 'Source', 'MatchPattern=@v@u', 'systemd refuses the file'],
  ['/usr/lib/sysupdate.d/a.transfer', 'Target', 'InstancesMax=1', 'systemd accepts this line and warns'],
  ['/usr/lib/sysupdate.d/a.transfer', 'Target', 'Mode=0644', ''],
  ['/etc/systemd/dnssd/a.dnssd', 'Service', 'Name=%H', ''],
  ['/etc/systemd/dnssd/a.dnssd', 'Service', 'Name=%M', 'systemd ignores this line'],
  ['/etc/systemd/dnssd/a.dnssd', 'Service', 'TxtData=a=b', 'systemd ignores this entry'],
])('%s [%s] %s', (path, section, line, said) => {
  const found = checkUnitText(`[${section}]\n${line}\n`, { path }).filter(({ code }) => /^(?:value|spec)/.test(code));
  expect(found.map(({ message }) => message).join()).toContain(said);
  expect(found).toHaveLength(said === '' ? 0 : 1);
});

/** networkd and systemd-repart read a file and its drop-ins as one, and give up at the first fault: asked in 252, 257 and 262. */
test.each([
  [
    '/etc/systemd/network/a.network.d/x.conf',
    '[Network\nDHCP=maybe\n',
    'systemd refuses the file this drop-in belongs to',
  ],
  ['/usr/lib/repart.d/a.conf.d/x.conf', '[Partition]\nType=rot\n', 'systemd refuses the file'],
])('%s is an error of the whole', (path, text, said) => {
  const [first] = checkUnitText(text, { path });
  expect(first).toMatchObject({ severity: 'error' });
  expect(first!.message).toContain(said);
});
