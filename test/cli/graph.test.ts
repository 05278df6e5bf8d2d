import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const files = {
  'u/a.timer': '[Timer]\nOnBootSec=1\n[Install]\nWantedBy=timers.target\n',
  'u/a.service': '[Unit]\nAfter=b.service\nRequires=b.service\n[Service]\nExecStart=/bin/true\n',
  'u/b.service': '[Unit]\nAfter=a.service\n[Service]\nExecStart=/bin/true\n',
  'u/b.service.d/10.conf': '[Service]\nExecStart=\nExecStart=/bin/false\n',
};

describe('graph', () => {
  test('tells requirement, ordering and trigger apart', async () => {
    const { status, stdout } = await run(['graph', 'u'], files);
    expect(status).toBe(0);
    const ids = Object.fromEntries(
      [...stdout.matchAll(/^ {2}(n\d+) .*?label="([^"\\]*)/gm)].map(([, id, name]) => [name, id]),
    );
    const edges = [...stdout.matchAll(/^ {2}(n\d+ -> n\d+) \[id=e\d+ class=(\w+) .*?style=(\w+)/gm)].map(
      ([, ...edge]) => edge.join(' '),
    );
    const edge = (from: string, to: string, look: string): string => `${ids[from]} -> ${ids[to]} ${look}`;
    expect(edges.sort()).toEqual(
      [
        edge('a.service', 'b.service', 'ordering dashed'),
        edge('a.service', 'b.service', 'requirement solid'),
        edge('a.timer', 'a.service', 'trigger bold'),
        edge('timers.target', 'a.timer', 'requirement solid'),
        edge('b.service', 'a.service', 'ordering dashed'),
      ].sort(),
    );
  });

  test('one unit and what is around it', async () => {
    const { stdout } = await run(['graph', '--unit', 'a.timer', '--only', 'trigger', 'u'], files);
    expect([...stdout.matchAll(/label="([^"\\]*)/g)].map(([, name]) => name)).toEqual(['a.timer', 'a.service']);
  });

  test('svg shows every unit and every relation', async () => {
    const { stdout } = await run(['graph', '--format', 'svg', 'u'], files);
    expect(stdout).toMatch(/^<svg /);
    expect(stdout.match(/class="node /g)).toHaveLength(4);
    expect(stdout.match(/class="edge /g)).toHaveLength(5);
  });

  test.each([
    [['graph'], 'name a file or a folder'],
    [['graph', '--format', 'png', 'u'], '--format takes dot or svg, not "png"'],
    [['graph', '--only', 'love', 'u'], '--only takes requirement, ordering, conflict, trigger or other, not "love"'],
    [['graph', '--depth', 'many', 'u'], 'not "many"'],
    [['graph', 'nothing'], 'no such file or folder'],
  ])('%o is refused', async (args, message) => {
    const { status, stderr } = await run(args, files);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('cat', () => {
  test('a unit with its drop-in', async () => {
    const { status, stdout } = await run(['cat', 'u/b.service'], files);
    expect(status).toBe(0);
    expect(stdout).toBe(`# b.service as systemd reads it: its file and one drop-in

[Unit]
# u/b.service
After=a.service

[Service]
# u/b.service.d/10.conf
ExecStart=/bin/false
`);
  });

  test('a unit that is not there', async () => {
    expect((await run(['cat', 'nope.service'], files)).status).toBe(2);
  });
});

describe('check', () => {
  test('a drop-in is judged with its unit', async () => {
    const { stdout } = await run(['check', '--format', 'json', 'u/x.service.d/1.conf'], {
      'u/x.service': '[Service]\nExecStart=/bin/true\n',
      'u/x.service.d/1.conf': '[Service]\nExecStart=/bin/false\n',
    });
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'service-exec-start', line: 2, path: 'u/x.service.d/1.conf' }]);
  });

  test('what a drop-in for all services breaks in each of them', async () => {
    const { stdout } = await run(['check', '--format', 'json', 'u'], {
      'u/x.service': '[Service]\nExecStart=/bin/true\n',
      'u/y.service': '[Service]\nExecStart=/bin/true\n',
      'u/service.d/1.conf': '[Service]\nExecStart=/bin/false\n',
    });
    const codes = JSON.parse(stdout).map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
    expect(codes).toContain('u/service.d/1.conf service-exec-start');
  });

  test('an ordering cycle', async () => {
    const { stdout, status } = await run(['check', '--format', 'json', '--severity', 'warning', 'u'], files);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'ordering-cycle', path: 'u/a.service', line: 2 }]);
    expect(status).toBe(1);
  });
});

describe('unit paths of .systemd-units.json', () => {
  const around = {
    '/.systemd-units.json': '{ "unitPaths": ["extra"] }',
    'extra/base.service': '[Service]\nExecStart=/bin/true\n',
    'u/top.service': '[Unit]\nRequires=base.service\nAfter=base.service\n[Service]\nExecStart=/bin/true\n',
  };

  test('cat finds units there by name', async () => {
    const { status, stdout } = await run(['cat', 'base'], around);
    expect([status, stdout]).toEqual([0, expect.stringContaining('ExecStart=/bin/true')]);
    const { '/.systemd-units.json': _, ...without } = around;
    expect((await run(['cat', 'base'], without)).status).toBe(2);
  });

  test('graph knows them, and draws those that are asked for', async () => {
    const dots = async (files: Record<string, string>): Promise<string> => (await run(['graph', 'u'], files)).stdout;
    const { '/.systemd-units.json': _, ...without } = around;
    expect(await dots(without)).toMatch(/class=unknown label="base\.service"/);
    expect(await dots(around)).toMatch(/class=loaded label="base\.service"/);
  });
});

describe('graph of networks', () => {
  const networks = {
    'n/10-br0.netdev': '[NetDev]\nName=br0\nKind=bridge\n',
    'n/20-ports.network': '[Match]\nName=enp1s0\n[Network]\nBridge=br0\nVLAN=vlan7\n',
    'n/30-br0.network': '[Match]\nName=br0\n[Network]\nDHCP=yes\n',
  };

  test('shows files, the devices they make, and one that nobody makes', async () => {
    const { status, stdout } = await run(['graph', 'n'], networks);
    expect(status).toBe(0);
    expect([...stdout.matchAll(/class=(\w+) label="([^"]*)"/g)].map(([, state, label]) => `${state} ${label}`)).toEqual(
      [
        String.raw`loaded 10-br0.netdev\nbridge br0`,
        String.raw`loaded 20-ports.network\nfor interfaces named enp1s0`,
        String.raw`loaded 30-br0.network\nfor interfaces named br0`,
        String.raw`missing vlan7\nmissing`,
      ],
    );
    expect(
      [...stdout.matchAll(/(n\d -> n\d) \[id=e\d class=(\w+) tooltip="([^"]*)"/g)].map((edge) =>
        edge.slice(1).join(' '),
      ),
    ).toEqual([
      'n1 -> n0 requirement Bridge= (n/20-ports.network:4)',
      'n2 -> n0 ordering Match= (n/30-br0.network:1)',
      'n1 -> n3 requirement VLAN= (n/20-ports.network:5)',
    ]);
  });

  test('ties a name that a .link file gives to the file that is for it', async () => {
    const { stdout } = await run(['graph', 'n'], {
      'n/10-lan0.link': '[Match]\nMACAddress=00:1b:21:33:44:55\n[Link]\nName=lan0\n',
      'n/20-lan0.network': '[Match]\nName=lan0\n[Network]\nDHCP=yes\n',
    });
    expect(stdout).toContain(String.raw`label="10-lan0.link\nnames lan0"`);
    expect(stdout).toContain('Match= (n/20-lan0.network:2)');
  });

  test('one file and what is around it', async () => {
    const { stdout } = await run(['graph', '--unit', '30-br0.network', 'n'], networks);
    expect(stdout).toContain('class=root label="30-br0.network');
    expect(stdout).toContain('20-ports.network');
  });
});
