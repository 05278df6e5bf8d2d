import { expect, test } from 'vitest';
import { dialects } from '../../../server/src/dialects/index.ts';
import { networkTypes } from '../../../server/src/dialects/networkd/values/index.ts';
import type { FileIdentity } from '../../../server/src/schema/file-identity.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';

const schema = dialects.find((dialect) => dialect.schema.dialect === 'networkd')!.schema;
const directives = ['network', 'netdev', 'link'].flatMap((kind) =>
  schema
    .directivesOf({ kind } as FileIdentity)
    .all()
    .map((directive) => ({ kind, directive })),
);

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
  directives.map(({ kind, directive }) => [`${kind} ${directive.section}.${directive.key}`, kind, directive] as const),
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
])('[%s] %s', (section, line, isTaken) => {
  const found = checkUnitText(network(section, line), { path: '/etc/systemd/network/x.network' });
  expect(found.filter(({ code }) => code.startsWith('value-'))).toHaveLength(isTaken ? 0 : 1);
});
