import { expect, test } from 'vitest';
import { said, verdictOnLine } from './said.ts';

const PATHS = {
  preset: '/usr/lib/systemd/system-preset/50-web.preset',
  sysctl: '/etc/sysctl.d/web.conf',
  modules: '/etc/modules-load.d/web.conf',
  environment: '/etc/environment.d/web.conf',
  binfmt: '/usr/lib/binfmt.d/web.conf',
  crypttab: '/etc/crypttab',
  veritytab: '/etc/veritytab',
} as const;

test.each([
  ['preset', 'enable web.service'],
  ['preset', 'disable *'],
  ['preset', 'ignore web.service'],
  ['preset', 'enable getty@.service tty1 tty2'],
  ['preset', '; a comment'],
  ['sysctl', 'net.ipv4.ip_forward = 1'],
  ['sysctl', '-net.ipv4.conf.*.rp_filter'],
  ['sysctl', 'kernel/sysrq='],
  ['modules', 'loop'],
  ['environment', 'WEB=${HOME}/web'],
  ['environment', 'WEB="two words"'],
  ['binfmt', ':web:M::\\x7fELF::/usr/bin/web:F'],
  ['binfmt', ',web,E,,exe,,/usr/bin/web,'],
  ['crypttab', 'root UUID=x'],
  ['crypttab', 'root /dev/sda2 none luks,discard,timeout=90s,x-systemd.device-timeout=5s,tries=3'],
  ['veritytab', 'root /dev/a /dev/b abcd'],
] as const)('%s takes %s', (dialect, line) => {
  expect(verdictOnLine(PATHS[dialect], line)).toBe('fine');
});

test.each([
  [
    'preset',
    'enabled web.service',
    'warning: "enabled" is not enable, disable or ignore; systemctl preset ignores this line.',
  ],
  [
    'preset',
    'enable web.service db.service',
    'warning: Only templates take instances, and "web.service" is not one; systemctl preset ignores this line.',
  ],
  [
    'sysctl',
    'net.ipv4.ip_forward',
    'warning: "net.ipv4.ip_forward" is not NAME = VALUE; systemd-sysctl ignores this line.',
  ],
  ['sysctl', '; a comment', 'warning: "; a comment" is not NAME = VALUE; '],
  ['environment', 'export WEB=1', 'warning: "export WEB" is not the name of a variable; systemd ignores this line.'],
  ['environment', '1A=b', 'warning: "1A" is not the name of a variable; '],
  ['environment', 'WEB', 'info: "WEB" is not NAME=VALUE; systemd passes over this line without a word.'],
  ['binfmt', ':a/b:M::x::/x:', 'error: "a/b" cannot be the name of a format; systemd-binfmt drops this line.'],
  ['crypttab', 'root', 'error: This line ends before the device; systemd ignores it.'],
  ['crypttab', 'root /dev/a - luks,loud', 'warning: Unknown option "loud"; systemd-cryptsetup ignores it.'],
  [
    'crypttab',
    'root /dev/a - tries=x',
    'warning: The value "x" of tries= is not a number from 0 to 4294967295; systemd-cryptsetup ignores this option.',
  ],
  ['crypttab', 'root /dev/a - size=7', 'warning: The value "7" of size= is not a multiple of 8; '],
  ['veritytab', 'root /dev/a /dev/b', 'error: This line ends before the root hash; systemd ignores it.'],
] as const)('%s complains of %s', (dialect, line, message) => {
  expect(said(PATHS[dialect], `${line}\n`)).toEqual([expect.stringContaining(`1 ${message}`)]);
});

test('releases', () => {
  expect(verdictOnLine(PATHS.preset, 'ignore web.service', 252)).toBe('warning');
  expect(verdictOnLine(PATHS.sysctl, '; a comment', 257)).toBe('fine');
});

test('a value of environment.d goes on behind a quote that is open, and behind a backslash', () => {
  expect(said(PATHS.environment, 'A="one\n1B=two"\nC=x\\\n1D=y\n1E=z\n')).toEqual([
    expect.stringContaining('5 warning: "1E"'),
  ]);
});

test('lines that an earlier one leaves without effect', () => {
  const tmpfiles = '/etc/tmpfiles.d/web.conf';
  expect(said(tmpfiles, 'd /run/web 0755\nd /run/web/ 0700\n')).toEqual([
    '2 warning: Line 1 says otherwise what "/run/web" is to be; systemd-tmpfiles ignores this line.',
  ]);
  for (const pair of [
    'd /a 0755\nd /a 755',
    'd /a\nz /a 0700',
    'w+ /a - - - - a\nw+ /a - - - - b',
    'd! /a 0700\nd /a',
    'd /a - root\nd /a - 0',
    'd /a - root\nd /a - 0\nd /a - root',
    'd! /a 0700\nd /a\nd! /a 0700',
    'd /a - - - 1d\nd /a - - - 24h',
    'd /a :~0755\nd /a ~:755',
    'L /a\nL /a - - - - /usr/share/factory/a',
    'f /a - - - - a\\x62\nf /a - - - - ab',
    'L /a - - - - /b\nL /a - - - - /b',
  ])
    expect(said(tmpfiles, pair), pair).toEqual([]);
  for (const pair of [
    'd /a\nf /a',
    'L /a - - - - /b\nL+ /a - - - - /c',
    'd /a - - - 1d\nd /a - - - 2d',
    'e /a 0755\ne /a 0700',
    'd /a 0755\nd /a',
    'd /a - 0\nd /a',
    'w /a - - - - a\nw+ /a - - - - b',
    'd! /a 0700\nd! /a',
  ])
    expect(said(tmpfiles, pair), pair).toHaveLength(1);
  const sysusers = '/etc/sysusers.d/web.conf';
  expect(said(sysusers, 'u web 5\nu! web 5 - -\nu web 6\ng web 7\n')).toEqual([
    '3 warning: Line 1 makes the user "web" otherwise; systemd-sysusers ignores this line.',
  ]);
});

test('a second line with a plus is one more before systemd 248', () => {
  const text = 'L /a - - - - /b\nL+ /a - - - - /c\n';
  expect([247, 252].map((version) => said('/etc/tmpfiles.d/web.conf', text, version).length)).toEqual([0, 1]);
});

test.each([
  ['crypttab', 'root /dev/a - size=0x100,tries=+5,key-slot=010', 'fine'],
  ['crypttab', 'root /dev/a - none', 'fine'],
  ['crypttab', 'root /dev/a - -', 'fine'],
  ['crypttab', 'root /dev/a - luks,', 'warning'],
  ['crypttab', 'root /dev/a - ,luks,,discard', 'warning warning'],
  ['crypttab', 'root /dev/a - luks\\,x', 'warning'],
  ['crypttab', 'root /dev/a - tmp,swap', 'error'],
  ['crypttab', 'root /dev/a - sector-size=513', 'warning'],
  ['crypttab', 'root /dev/a - keyfile-size=99999999999', 'warning'],
  ['crypttab', 'root /dev/a - tcrypt-keyfile=key', 'warning'],
  ['crypttab', 'root /dev/a - password-echo=maybe', 'warning'],
  ['crypttab', 'root /dev/a - tpm2-pin=maybe', 'warning'],
  ['crypttab', 'root /dev/a - header=/x:UUID=y', 'fine'],
  ['crypttab', 'root /dev/a - header=x', 'error'],
  ['crypttab', 'root /dev/a - tpm2-signature=x', 'error'],
  ['crypttab', 'root /dev/a - pkcs11-uri=x', 'error'],
  ['crypttab', 'root /dev/a - offset=x', 'error'],
  ['veritytab', 'root /dev/a /dev/b abc', 'error'],
  ['veritytab', 'root /dev/a /dev/b abcg', 'error'],
  ['binfmt', ':status:M::x::/x:', 'error'],
] as const)('%s: %s is %s', (dialect, line, verdict) => {
  expect(verdictOnLine(PATHS[dialect], line)).toBe(verdict);
});

test('options of crypttab that came later', () => {
  const line = 'root /dev/a - veracrypt-pim=5';
  expect([252, 254].map((version) => verdictOnLine(PATHS.crypttab, line, version))).toEqual(['warning', 'fine']);
});
