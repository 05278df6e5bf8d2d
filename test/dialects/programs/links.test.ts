import { expect, test } from 'vitest';
import { createDocument } from '../../../server/src/features/document.ts';
import { referencesIn } from '../../../server/src/features/references.ts';

/** Text and the files that its values lead to. */
test.each([
  ['a.netdev', '[NetDev]\nName=w\nKind=wireguard\n[WireGuard]\nPrivateKeyFile=/etc/key\n', ['/etc/key']],
  ['a.netdev', '[NetDev]\nName=m\nKind=macsec\n[MACsecTransmitAssociation]\nKeyFile=/etc/key\n', ['/etc/key']],
  ['a.netdev', '[NetDev]\nName=w\nKind=wireguard\n[WireGuard]\nPrivateKeyFile=key\n', []],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nWakeOnLanPassword=/etc/password\n', ['/etc/password']],
  ['a.link', '[Match]\nOriginalName=x\n[Link]\nWakeOnLanPassword=cb:a9:87:65:43:21\n', []],
])('%s %j', (name, text, files) => {
  const document = createDocument(text, { path: `/etc/systemd/network/${name}`, version: 262 });
  expect(referencesIn(document).map(({ type, target }) => `${type} ${target}`)).toEqual(
    files.map((file) => `path ${file}`),
  );
});
