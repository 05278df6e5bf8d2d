import { describe, expect, test } from 'vitest';
import { networkActions } from '../../client/src/actions/network-actions.ts';
import { commandLine } from '../../client/src/systemd/command.ts';
import { type ExecutionTarget, resolve } from '../../client/src/systemd/execution-target.ts';
import {
  linkReconfigure,
  linkStatus,
  linkTest,
  listLinks,
  machinectl,
  networkEdit,
  networkReload,
} from '../../client/src/systemd/network-commands.ts';
import { containerName, isLinkName, networkFileOf } from '../../client/src/systemd/network-file.ts';

describe('a file of networks, devices, links, containers', () => {
  test.each([
    ['/w/br0.netdev', '[NetDev]\nName=br0\nKind=bridge\n', 'netdev br0.netdev br0'],
    ['/etc/systemd/network/10-lan.network', '[Match]\nName=en* eth0\n', 'network 10-lan.network en* eth0'],
    ['/etc/systemd/network/10-lan.network', '[Match]\nName=!veth* en*\n', 'network 10-lan.network '],
    ['/etc/systemd/network/10-lan.network.d/a.conf', '[Network]\nDHCP=yes\n', 'network 10-lan.network '],
    ['/w/lan.network', '[Match]\nName="lan 0" -a ;reboot $x\n', 'network lan.network '],
    ['/w/10-name.link', '[Match]\nOriginalName=eth*\n[Link]\nName=lan0\n', 'link 10-name.link eth* lan0'],
    ['/etc/systemd/nspawn/web.nspawn', '[Exec]\nBoot=yes\n', 'nspawn web.nspawn '],
  ])('%s with %j', (path, text, expected) => {
    const file = networkFileOf(path, text)!;
    expect(`${file.kind} ${file.name} ${file.links.join(' ')}`).toBe(expected);
  });

  test.each([
    ['/etc/containers/systemd/lan.network', '[Network]\nSubnet=10.0.0.0/8\n'],
    ['/w/web.service', '[Service]\nExecStart=/bin/true\n'],
    ['/w/network', ''],
  ])('%s is none', (path, text) => {
    expect(networkFileOf(path, text)).toBeUndefined();
  });

  test.each([
    ['web.nspawn', 'web'],
    ['-web.nspawn', undefined],
    ['a b.nspawn', undefined],
    ['.nspawn', undefined],
  ])('%s names the container %s', (name, expected) => {
    expect(containerName({ kind: 'nspawn', name, links: [] })).toBe(expected);
  });

  test.each([
    ['eth0', true],
    ['wg0.100', true],
    ['a-b', true],
    ['-a', false],
    ['..', false],
    ['12', false],
    ['a/b', false],
    ['longer-than-15-ch', false],
    ['$(id)', false],
  ])('%s may be a link: %s', (name, expected) => {
    expect(isLinkName(name)).toBe(expected);
  });
});

describe('the command lines', () => {
  const here: ExecutionTarget = { privileges: 'sudo', host: '', machine: '', root: false };
  test.each([
    [linkStatus(['en*', 'eth0']), "networkctl --no-pager --full status -- 'en*' eth0"],
    [linkStatus([]), 'networkctl --no-pager --full --all status'],
    [listLinks, 'networkctl --no-pager --full list'],
    [networkReload, 'sudo -- networkctl reload'],
    [linkReconfigure('eth0'), 'sudo -- networkctl reconfigure -- eth0'],
    [networkEdit('10-lan.network'), 'sudo -- networkctl edit -- 10-lan.network'],
    [linkTest('eth0'), 'udevadm test-builtin net_setup_link /sys/class/net/eth0'],
    [machinectl('status', 'web'), 'machinectl --no-pager --full status -- web'],
    [machinectl('start', 'web'), 'sudo -- machinectl start -- web'],
    [machinectl('shell', 'web'), 'sudo -- machinectl shell -- web'],
    [machinectl('poweroff', 'web'), 'sudo -- machinectl poweroff -- web'],
  ])('%j', (command, expected) => {
    const resolved = resolve(command, here);
    expect('refusal' in resolved ? resolved.refusal : commandLine(resolved)).toBe(expected);
  });

  test('networks of another machine are out of reach, its containers are not', () => {
    const there = { ...here, host: 'root@web' };
    expect(resolve(networkReload, there)).toHaveProperty('refusal');
    expect(resolve(linkTest('eth0'), there)).toHaveProperty('refusal');
    expect(resolve(machinectl('start', 'web'), there)).toMatchObject({
      args: ['--host=root@web', 'start', '--', 'web'],
    });
  });
});

test('what may break a connection or stop a container is asked before', () => {
  const file = { kind: 'network', name: 'a.network', links: [] } as const;
  const asks = Object.entries(networkActions).flatMap(([id, action]) =>
    'harm' in action && id !== 'linkTest' && action.harm(file) ? [id] : [],
  );
  expect(asks).toEqual(['networkReload', 'linkReconfigure', 'containerPoweroff']);
});
