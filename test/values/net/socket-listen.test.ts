import { describe, expect, it, test } from 'vitest';
import { problemsOf, valueTypeFor, verdicts } from '../judge.ts';

const path = (bytes: number): string => `/run/${'a'.repeat(bytes - 5)}`;

describe('ListenStream=', () => {
  test.each([
    '',
    '80',
    '007',
    '0x50',
    '+80',
    '/run/x',
    '/run/x y',
    '%t/x',
    '/run/x%%y',
    '@abstract',
    '@%n',
    '1.2.3.4:80',
    '[::]:80',
    '[::ffff:1.2.3.4]:80',
    '[fe80::1]:80%%lo',
    '1.2.3.4:80%%1',
    'vsock:2:1234',
    'vsock::1234',
    'vsock-stream:2:1',
    'vsock:any:1',
    path(107),
  ])('takes %j', (value) => {
    expect(verdicts('Socket.ListenStream', value)).toEqual([]);
  });

  test.each([
    ['0', 'warning 0'],
    ['65536', 'warning 65536'],
    ['080', 'warning 080'],
    ['/', 'warning /'],
    ['@', 'warning @'],
    ['run/x', 'warning run/x'],
    ['%Z/x', 'warning %Z'],
    ['/run/../x', 'error /run/../x'],
    ['1.2.3.4', 'warning 1.2.3.4'],
    ['01.2.3.4:80', 'warning 01.2.3.4:80'],
    ['256.1.1.1:80', 'warning 256.1.1.1:80'],
    ['[::1]', 'warning [::1]'],
    ['[::1]80', 'warning [::1]80'],
    ['::1', 'warning ::1'],
    ['[1.2.3.4]:80', 'warning [1.2.3.4]:80'],
    ['localhost:80', 'warning localhost:80'],
    ['*:80', 'warning *:80'],
    ['tcp:80', 'warning tcp:80'],
    ['"80"', 'warning "80"'],
    ['80 81', 'warning 80 81'],
    ['vsock:2', 'warning vsock:2'],
    ['vsock:2:', 'warning vsock:2:'],
    ['vsock:4294967296:1', 'warning vsock:4294967296:1'],
    ['vsock-foo:2:1', 'warning vsock-foo:2:1'],
    ['[::1]: 80', 'warning [::1]: 80'],
    [path(108), `warning ${path(108)}`],
    [`@${path(107)}`, `warning @${path(107)}`],
  ])('refuses %j', (value, expected) => {
    expect(verdicts('Socket.ListenStream', value)).toEqual([expected]);
  });

  it('knows kinds of vsock since 253 and any context since 258', () => {
    expect(verdicts('Socket.ListenStream', 'vsock-stream:2:1', { version: 252 })).toHaveLength(1);
    expect(verdicts('Socket.ListenStream', 'vsock:any:1', { version: 257 })).toHaveLength(1);
  });

  it('remarks on /var/run where systemd does', () => {
    const [found] = problemsOf('Socket.ListenStream', '/var/run/x.sock');
    expect(found).toMatchObject({ severity: 'info', rule: 'legacy-path', replacement: '/run/x.sock' });
    expect(verdicts('Socket.ListenStream', '/var/run/x.sock', { version: 252 })).toEqual([]);
  });

  it('says why a host name will not do', () => {
    expect(problemsOf('Socket.ListenStream', 'localhost:80')[0]!.message).toContain('does not resolve host names');
  });
});

describe('its relatives', () => {
  test.each([
    ['ListenSequentialPacket', '80', 1],
    ['ListenSequentialPacket', '/run/x', 0],
    ['ListenSequentialPacket', 'vsock:2:1', 1],
    ['ListenDatagram', '[::1]:1', 0],
    ['ListenFIFO', 'run/x', 1],
    ['ListenFIFO', '/run/../x', 1],
    ['ListenFIFO', '/../x', 0],
    ['ListenFIFO', '/dev/x', 1],
    ['ListenFIFO', '@x', 1],
    ['ListenSpecial', '/dev/x', 0],
    ['ListenMessageQueue', '/queue', 0],
    ['ListenMessageQueue', 'queue', 1],
    ['ListenUSBFunction', '/dev/x', 1],
    ['ListenNetlink', 'route', 0],
    ['ListenNetlink', 'kobject-uevent 1', 0],
    ['ListenNetlink', 'kobject-uevent 1 2', 1],
    ['ListenNetlink', 'Route', 1],
    ['ListenNetlink', '31', 0],
    ['ListenNetlink', '-1', 1],
  ])('%s=%s has %i faults', (key, value, count) => {
    expect(problemsOf(`Socket.${key}`, value)).toHaveLength(count);
  });
});

describe('help', () => {
  it('describes what is listened on', () => {
    const { type, context } = valueTypeFor('Socket.ListenStream');
    expect(type.describe?.('8080', 0, context)?.markdown).toContain('TCP port 8080 on every address');
    expect(type.describe?.('127.0.0.1:80', 0, context)?.markdown).toContain('only this machine');
    expect(type.describe?.('@bus', 0, context)?.markdown).toContain('abstract');
  });

  it('tells the forms apart while typing', () => {
    const { type, context } = valueTypeFor('Socket.ListenStream');
    expect(['/run/x', '@x', '80', 'vsock:2:1'].map((text) => type.signature?.(context)?.active(text, 1))).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('offers netlink families', () => {
    const { type, context } = valueTypeFor('Socket.ListenNetlink');
    expect(type.complete?.('', 0, context)?.items.map(({ label }) => label)).toContain('kobject-uevent');
  });
});
