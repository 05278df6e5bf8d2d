import { describe, expect, test } from 'vitest';
import { checkText } from '../../../server/src/service/check.ts';

/** The words of what podman is said to refuse in lines of [Container], without the end that is always alike. */
function refused(lines: string, podman = 508): string[] {
  const text = `[Container]\nImage=quay.io/x/web:1\n${lines}\n`;
  return checkText(text, { path: '/etc/containers/systemd/a.container', version: 257, podman })
    .filter(({ rule }) => rule === 'quadlet-run')
    .map(({ message }) => message.replace('; podman refuses it, and the service fails to start.', ''));
}

describe('values that podman takes', () => {
  test.each([
    'Memory=1.5g',
    'Memory=10 MB',
    'ShmSize=0',
    'Ulimit=nofile=1024:2048',
    'Ulimit=host',
    'HealthCmd=true\nHealthInterval=1h30m\nHealthTimeout=0.5s\nHealthRetries=3',
    'HealthCmd=true\nHealthInterval=disable',
    'UserNS=auto:size=1000',
    'UserNS=keep-id:uid=1000,gid=1000',
    'AddHost=web;db:10.0.0.1',
    'AddHost=web:host-gateway',
    'AddCapability=NET_ADMIN cap_sys_admin all',
    'Secret=key,type=env,target=X',
    'Tmpfs=/run:size=64m,mode=1777,ro',
    'Mount=type=bind,source=/opt,destination=/b,ro,relabel=shared',
    'Mount=type=tmpfs,destination=/b,tmpfs-size=10m',
    'Volume=data.volume:/b:Z,U',
    'Volume=/opt:/b:O,upperdir=/x,workdir=/y',
    'Sysctl=net.core.somaxconn=10 kernel.shmmax=1',
    'StopSignal=SIGRTMIN+3',
    'AddDevice=/dev/null:/dev/x:rwm',
    'AddDevice=nvidia.com/gpu=all',
    'Network=bridge:ip=10.88.0.5,mac=92:d0:c6:0a:29:33',
    'UIDMap=0:@1000:1',
    'Exec=prog --memory lots',
    'Memory=%i',
    'ContainerName=web-%i',
  ])('%j', (lines) => expect(refused(lines)).toEqual([]));
});

describe('values that podman refuses', () => {
  test.each([
    ['Memory=lots', '"lots" is not a size; write a number with b, k, m, g or t behind it, such as 512m'],
    ['PodmanArgs=--memory=lots', '"lots" is not a size'],
    ['PodmanArgs=--memory lots', '"lots" is not a size'],
    ['Ulimit=nofile=2048:1024', 'The soft limit 2048 is above the hard limit 1024'],
    ['Ulimit=nofiles=1', '"nofiles" is not a limit'],
    ['HealthInterval=30', '"30" is not a time; write numbers with their unit (ns, us, ms, s, m, h), such as 1m30s'],
    ['HealthCmd=true\nHealthRetries=0', 'HealthRetries= takes a number from 1 on'],
    ['UserNS=keepid', '"keepid" is not a namespace of users'],
    ['UserNS=auto:foo=1', '"foo=1" is not an option of auto'],
    ['UserNS=host\nUIDMap=0:1000:1', 'Mappings of users and groups do not go with UserNS='],
    ['AddHost=web', '"web" is not a host; write NAME:ADDRESS'],
    ['AddCapability=NET_ADMN', '"net_admn" is not a capability'],
    ['Secret=key,type=env,uid=1', 'A secret of type=env does not take uid=, gid= or mode='],
    ['Tmpfs=/run:uid=1', '"uid=1" is not an option of a tmpfs'],
    ['Mount=type=bind,source=/opt', 'The folder in the container is missing: destination='],
    ['Mount=type=nfs,destination=/b', '"nfs" is not a type of mount'],
    ['Mount=type=bind,source=/opt,destination=/b,readwrite', '"readwrite" is not an option of a mount of type=bind'],
    ['Volume=/opt:/b:ro,rw', '"ro" and "rw" exclude each other'],
    ['Volume=/opt:b', '"b" is not an absolute path'],
    ['Volume=a:/b\nTmpfs=/b', 'Something else is mounted at /b already'],
    ['Sysctl=vm.swappiness=1', '"vm.swappiness" cannot be set for a container'],
    ['StopSignal=FOO', '"FOO" is not a signal'],
    ['StopTimeout=10s', '"10s" is not a whole number from 0 on'],
    ['AddDevice=/dev/null:/dev/x:foo', '"foo" are not rights to a device'],
    ['Network=host\nIP=10.0.0.1', 'An address or alias does not go with the network "host"'],
    ['Network=host\nNetwork=bridge', 'There is another network beside "host"'],
    ['IP=10.88.0.500', '"10.88.0.500" is not an IP address'],
    ['ContainerName=we b', '"we b" is not a name'],
    ['LogDriver=syslog', '"syslog" is not a log driver'],
    ['DNSSearch=exa_mple.com', '"exa_mple.com" is not a domain'],
    ['Label==b', 'The name of the label is missing in "=b"'],
  ])('%j', (lines, told) => expect(refused(lines)).toEqual([expect.stringContaining(told)]));
});

describe('what changed between Podman 5.4 and 5.8', () => {
  test.each([
    ['HealthInterval=soon', 0, 1],
    ['HealthStartupCmd=true', 1, 0],
    ['Mount=type=artifact,source=i,destination=/b', 1, 0],
    ['Tmpfs=/b:noatime', 1, 0],
  ])('%j', (lines, before, after) => {
    expect(refused(lines, 504)).toHaveLength(before);
    expect(refused(lines, 508)).toHaveLength(after);
  });
});

describe('networks', () => {
  const said = (lines: string): string[] =>
    checkText(`[Network]\n${lines}\n`, { path: '/etc/containers/systemd/a.network', version: 257 }).flatMap((found) =>
      found.rule === 'quadlet-run' ? [found.message.split(';')[0]!] : [],
    );
  test.each([
    ['Subnet=10.1.0.0/24\nGateway=10.1.0.1\nIPRange=10.1.0.128/25', []],
    ['Subnet=10.1.0.5/24\nIPRange=10.1.0.5-10.1.0.9\nIPAMDriver=none', []],
    ['Subnet=fd00::/64\nGateway=fd00::1', []],
    ['Subnet=10.1.0.0', ['"10.1.0.0" is not a subnet']],
    ['Subnet=10.1.0.0/33', ['"10.1.0.0/33" is not a subnet']],
    ['Subnet=10.1.0.0/24\nGateway=x', ['"x" is not an IP address']],
    ['Subnet=10.1.0.0/24\nGateway=10.3.0.1', ['"10.3.0.1" is not in the subnet 10.1.0.0/24']],
    ['Subnet=10.1.0.0/24\nIPRange=10.9.0.128/25', ['"10.9.0.128/25" is not in the subnet 10.1.0.0/24']],
    ['IPAMDriver=foo', ['"foo" is not an IPAM driver']],
    ['DNS=x', ['"x" is not an IP address']],
  ])('%j', (lines, told) => expect(said(lines)).toEqual(told));
});

test('it is said at the line, of pods too', () => {
  const text = '[Pod]\n\n# a remark\nShmSize=big\n';
  const [found] = checkText(text, { path: '/etc/containers/systemd/a.pod', version: 257 });
  expect([found?.rule, text.slice(found?.start, found?.end)]).toEqual(['quadlet-run', 'ShmSize=big']);
});

describe('drop-ins', () => {
  const FOLDER = '/etc/containers/systemd/';
  const said = (path: string, files: Readonly<Record<string, string>>): string[] => {
    const all = Object.entries(files).map(([name, text]) => ({ path: FOLDER + name, text }));
    const around = { among: { files: all, areAll: true } };
    return checkText(files[path]!, { path: FOLDER + path, version: 257, around })
      .filter(({ rule }) => rule === 'quadlet-run')
      .map(({ start, message }) => `${files[path]!.slice(0, start).split('\n').length} ${message.split(';')[0]}`);
  };
  const files = {
    'web.container': '[Container]\nImage=quay.io/x/web:1\nHealthCmd=true\n',
    'db.container': '[Container]\nImage=quay.io/x/db:1\n',
    'web.container.d/x.conf': '[Container]\nHealthRetries=0\nUlimit=x\n',
    'container.d/y.conf': '[Container]\nShmSize=big\n',
  };
  test('are judged with the file they belong to', () =>
    expect(said('web.container.d/x.conf', files)).toEqual(
      ['3 "x" is not a limit', '2 HealthRetries= takes a number from 1 on'].sort(),
    ));
  test('say once what is wrong in many', () =>
    expect(said('container.d/y.conf', files)).toEqual(['2 "big" is not a size']));
  test('and the file itself is not blamed for them', () => expect(said('web.container', files)).toEqual([]));
});
