import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { look } from '../../../server/src/node/cli-files.ts';
import { machineFiles } from '../../../server/src/node/machine-files.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { run } from '../../cli/host.ts';

const KEY = 'EEGlnEPYJV//kbvvIqxKkQwOiS+UENyPncC4bF46ong=';
const wireGuard = (lines: string): string => `[NetDev]\nName=wg0\nKind=wireguard\n${lines}`;
const macsec = (lines: string): string => `[NetDev]\nName=m0\nKind=macsec\n${lines}`;

test.each([
  [wireGuard(`[WireGuard]\nPrivateKey=${KEY}\n`), ['5 info netdev-key-readable']],
  [wireGuard('[WireGuard]\nPrivateKeyFile=/etc/systemd/network/wg0.key\n'), []],
  [wireGuard('[WireGuard]\nPrivateKey=@wg0\n'), []],
  [wireGuard(`[WireGuardPeer]\nPublicKey=${KEY}\nPresharedKey=${KEY}\n`), ['6 info netdev-key-readable']],
  [
    macsec('[MACsecTransmitAssociation]\nPacketNumber=1\nKeyId=1\nKey=81818181818181818181818181818181\n'),
    ['7 info netdev-key-readable'],
  ],
])('%j: %j', (text, expected) => {
  const found = checkUnitText(text, { path: '/etc/systemd/network/a.netdev', version: 262 });
  expect(
    found.flatMap(({ code, severity, line }) => (code === 'netdev-key-readable' ? `${line} ${severity} ${code}` : [])),
  ).toEqual(expected);
});

test('says what to do', () => {
  const found = checkUnitText(wireGuard(`[WireGuard]\nPrivateKey=${KEY}\n`), { path: '/w/a.netdev', version: 262 });
  expect(found[0]?.message).toContain('name it in PrivateKeyFile=');
  expect(found[0]?.message).toContain('mode 0640, owner root:systemd-network');
});

test.each([
  [true, ''],
  [false, 'netdev-key-readable'],
])('a file that is private: %s', async (isPrivate, expected) => {
  const files = { 'a.netdev': wireGuard(`[WireGuard]\nPrivateKey=${KEY}\n`) };
  const machine = { look: () => ({ type: 'file', executable: false, isPrivate }) as const };
  const { stdout } = await run(['check', '--format', 'concise', 'a.netdev'], files, '', machine);
  expect(/netdev-key-readable/.exec(stdout)?.[0] ?? '').toBe(expected);
});

test.skipIf(process.platform === 'win32').each([
  [0o644, false],
  [0o640, true],
  [0o604, false],
  [0o600, true],
])('mode %o: private %s', async (mode, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'mode-'));
  const path = join(folder, 'a.netdev');
  writeFileSync(path, '');
  chmodSync(path, mode);
  expect(look(path)?.isPrivate).toBe(expected);
  expect((await machineFiles.look(path))?.isPrivate).toBe(expected);
  rmSync(folder, { recursive: true });
});
