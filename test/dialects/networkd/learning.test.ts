import { describe, expect, it } from 'vitest';
import { completion } from '../../../server/src/features/completion/index.ts';
import { createDocument } from '../../../server/src/features/document.ts';
import { hover } from '../../../server/src/features/hover/index.ts';
import { signatureHelp } from '../../../server/src/features/signature-help.ts';
import { testEnvironment } from '../../features/environment.ts';
import { readCursor } from '../../lsp/cursor.ts';

const environment = testEnvironment();

function at(name: string, marked: string) {
  const { text, offset } = readCursor(marked);
  return { document: createDocument(text, { path: `/etc/systemd/network/${name}`, version: 262 }), offset };
}

describe('a hover', () => {
  it.each([
    [
      'a.network',
      '[Network]\nAddress=192.1|68.1.10/24\n',
      'Network `192.168.1.0/24`: `192.168.1.0` to `192.168.1.255`, 254 hosts.',
    ],
    ['a.network', '[Network]\nGateway=fe80|::1\n', 'link-local: holds on one link'],
    [
      'a.network',
      '[Route]\nDestination=10.1.2.|3/8\n',
      'Bits behind the prefix are set, and count for nothing: this is `10.0.0.0/8`.',
    ],
    ['a.network', '[Network]\nDNS=9.9.9.9 2001:d|b8::53\n', 'for documentation'],
    ['a.network', '[Match]\nMACAddress=00:1b|:21:33:44:55\n', 'whose part is `00:1b:21`'],
    ['a.network', '[Match]\nName=en* wl|p2s0\n', '`wlp2s0`: wireless, PCI bus 2, slot 0.'],
    ['a.network', '[Match]\nName=!en|*\n', '`en*`: every interface whose name begins so: Ethernet.'],
    ['a.link', '[Link]\nMACAddress=02:00|:00:00:00:01\n', 'given locally'],
    ['a.netdev', '[NetDev]\nName=br0\nKind=bridge\nMACAddress=ff:ff:f|f:ff:ff:ff\n', 'broadcast'],
  ])('%s %j tells %s', async (name, marked, expected) => {
    const { document, offset } = at(name, marked);
    expect((await hover(document, offset, environment))?.markdown).toContain(expected);
  });
});

describe('signature help', () => {
  it.each([
    ['[Network]\nAddress=192.168|.1.10/24\n', 'Address=ADDRESS/LENGTH', 'ADDRESS'],
    ['[Network]\nAddress=192.168.1.10/|24\n', 'Address=ADDRESS/LENGTH', 'LENGTH'],
    ['[Address]\nAddress=|\n', 'Address=ADDRESS/LENGTH', 'ADDRESS'],
    ['[Network]\nGateway=|\n', 'Gateway=ADDRESS', 'ADDRESS'],
    ['[Route]\nGateway=|\n', 'Gateway=ADDRESS', 'ADDRESS'],
    ['[Route]\nDestination=10.0.0.0/|8\n', 'Destination=ADDRESS/LENGTH', 'LENGTH'],
    ['[NextHop]\nGroup=1:2 3:|4\n', 'Group=ID[:WEIGHT] …', 'WEIGHT'],
    ['[RoutingPolicyRule]\nFirewallMark=7/|255\n', 'FirewallMark=MARK[/MASK]', 'MASK'],
    ['[BridgeVLAN]\nVLAN=1-|5\n', 'VLAN=FIRST[-LAST]', 'LAST'],
  ])('%j', (marked, label, active) => {
    const { document, offset } = at('a.network', marked);
    const help = signatureHelp(document, offset)!;
    expect([help.label, help.parameters[help.active]!.label]).toEqual([label, active]);
  });

  it('says nothing of values that are one word', () => {
    const { document, offset } = at('a.network', '[Network]\nDHCP=|\n');
    expect(signatureHelp(document, offset)).toBeUndefined();
  });
});

describe('completion', () => {
  const labels = async (name: string, marked: string): Promise<string[]> => {
    const { document, offset } = at(name, marked);
    return (await completion(document, offset, environment)).map(({ label }) => label);
  };

  it.each([
    ['a.network', '[|', ['[Match]', '[Network]', '[Address]', '[Route]']],
    ['a.netdev', '[|', ['[NetDev]', '[VLAN]', '[Bridge]']],
    ['a.link', '[|', ['[Match]', '[Link]']],
    ['a.network', '[Network]\nBri|\n', ['Bridge=']],
    ['a.netdev', '[NetDev]\nKind=|\n', ['bridge', 'vlan', 'wireguard']],
    ['a.netdev', '[NetDev]\nName=b\nKind=bond\n[Bond]\nMode=|\n', ['802.3ad', 'active-backup']],
  ])('%s %j offers %j', async (name, marked, expected) => {
    const found = (await labels(name, marked)).map((label) => label.replace(/^\[?(\w[\w.-]*)\]?=?$/, '$1'));
    for (const word of expected) expect(found).toContain(word.replace(/[[\]=]/g, ''));
  });
});
