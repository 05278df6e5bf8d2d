import { describe, expect, test } from 'vitest';
import { startedUnit } from '../../client/src/actions/installation-files.ts';
import { onceName, runOnce } from '../../client/src/actions/run-once.ts';
import {
  analyze,
  type Command,
  commandLine,
  daemonReload,
  journalctl,
  link,
  systemctl,
} from '../../client/src/systemd/command.ts';
import { enablePlan, isCritical } from '../../client/src/systemd/enable-plan.ts';
import { canLackRights, type ExecutionTarget, resolve, saysDenied } from '../../client/src/systemd/execution-target.ts';
import { copy, installedPath, isVendorPath, linkDropIns, userFolder } from '../../client/src/systemd/install-paths.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';

const here: ExecutionTarget = { privileges: 'polkit', host: '', machine: '', root: false };
const start = systemctl('system', ['start'], ['a.service']);

const line = (command: Command, where: Partial<ExecutionTarget>) => {
  const placed = resolve(command, { ...here, ...where });
  return 'refusal' in placed ? placed.refusal : commandLine(placed);
};

describe('rights', () => {
  test.each<[Partial<ExecutionTarget>, Command, string]>([
    [{}, start, 'systemctl start -- a.service'],
    [{ privileges: 'sudo' }, start, 'sudo -- systemctl start -- a.service'],
    [{ privileges: 'run0' }, start, 'run0 -- systemctl start -- a.service'],
    [{ privileges: 'pkexec' }, start, 'pkexec systemctl start -- a.service'],
    [{ privileges: 'sudo', root: true }, start, 'systemctl start -- a.service'],
    [{ privileges: 'sudo' }, systemctl('user', ['start'], ['a.service']), 'systemctl --user start -- a.service'],
    [{ privileges: 'sudo' }, systemctl('system', ['status'], ['a.service']), 'systemctl status -- a.service'],
    [{ privileges: 'sudo' }, daemonReload('system'), 'sudo -- systemctl daemon-reload'],
    [
      {},
      copy('/w/a.service', '/etc/systemd/system/a.service'),
      'pkexec install -D --mode=644 --no-target-directory -- /w/a.service /etc/systemd/system/a.service',
    ],
  ])('%j', (where, command, expected) => {
    expect(line(command, where)).toBe(expected);
  });

  test('a refusal is told from a failure', () => {
    expect(canLackRights(start, 1, here)).toBe(true);
    expect(canLackRights(start, 1, { ...here, root: true })).toBe(false);
    expect(canLackRights(start, 0, here)).toBe(false);
    expect(canLackRights(systemctl('system', ['show'], ['a.service']), 1, here)).toBe(false);
    expect(canLackRights(systemctl('user', ['start'], ['a.service']), 1, here)).toBe(false);
    expect(canLackRights(link('system', ['/w/a.service']), 1, here)).toBe(true);
    expect(canLackRights(systemctl('user', ['show'], ['a.service']), 1, { ...here, machine: 'me@web' })).toBe(true);
    // As systemd 252 says it to nobody.
    expect(saysDenied('Failed to reset failed state of unit -.slice: Interactive authentication required.')).toBe(true);
    expect(saysDenied('Job for a.service failed because the control process exited with error code.')).toBe(false);
  });
});

describe('elsewhere', () => {
  const status = systemctl('system', ['status'], ['a.service']);
  const mine = systemctl('user', ['status'], ['a.service']);

  test.each<[Partial<ExecutionTarget>, Command, string]>([
    [{ host: 'me@box:2222' }, start, 'systemctl --host=me@box:2222 start -- a.service'],
    [{ host: 'box', privileges: 'sudo' }, start, 'systemctl --host=box start -- a.service'],
    [{ machine: 'web' }, start, 'systemctl --machine=web start -- a.service'],
    [{ machine: 'web', privileges: 'sudo' }, start, 'sudo -- systemctl --machine=web start -- a.service'],
    [{ machine: 'web', privileges: 'sudo' }, status, 'sudo -- systemctl --machine=web status -- a.service'],
    [{ machine: 'me@web', privileges: 'run0' }, mine, 'run0 -- systemctl --machine=me@web --user status -- a.service'],
    [{ machine: 'web', privileges: 'sudo', root: true }, status, 'systemctl --machine=web status -- a.service'],
    [
      { machine: 'web', privileges: 'sudo' },
      analyze('system', ['verify'], ['/w/a.service']),
      'systemd-analyze verify -- /w/a.service',
    ],
    [{ machine: 'web' }, journalctl('system', 'a.service', []), 'journalctl --machine=web --unit=a.service'],
    [{ host: 'box' }, analyze('system', ['verify'], ['/w/a.service']), 'systemd-analyze verify -- /w/a.service'],
  ])('%j', (where, command, expected) => {
    expect(line(command, where)).toBe(expected);
  });

  test.each<[Partial<ExecutionTarget>, RegExp]>([
    [{ host: '-oProxyCommand=reboot' }, /is not USER@HOST/],
    [{ host: 'a b' }, /is not USER@HOST/],
    [{ machine: '--all' }, /not a valid name for a container/],
  ])('%j is refused', (where, reason) => {
    expect(line(start, where)).toMatch(reason);
  });

  test('a host keeps its journal to itself', () => {
    expect(line(journalctl('system', 'a.service', []), { host: 'box' })).toMatch(/Remote - SSH/);
  });
});

describe('installing', () => {
  test('a drop-in goes below its unit', () => {
    const to = (path: string) => installedPath('/etc/systemd/system', { name: 'web.service', path });
    expect(to('/w/web.service')).toBe('/etc/systemd/system/web.service');
    expect(to('/w/web.service.d/10-x.conf')).toBe('/etc/systemd/system/web.service.d/10-x.conf');
    expect(userFolder('/home/me', '')).toBe('/home/me/.config/systemd/user');
  });

  test('units of packages are known by their place', () => {
    expect(
      ['/usr/lib/systemd/system/a.service', '/lib/systemd/user/a.service', '/etc/systemd/system/a.service'].map(
        isVendorPath,
      ),
    ).toEqual([...[true, true, false]]);
  });

  // As `systemctl --root=… enable` of 252, 257 and 262 makes them.
  const system = (...links: string[]) => links.map((link) => `/etc/systemd/system/${link}`);
  test.each<[string, string[], string[], string[]]>([
    [
      'a.service',
      ['[Install]\nWantedBy=b.target c.target\nAlias=d.service\nAlso=e.socket\n'],
      system('d.service', 'b.target.wants/a.service', 'c.target.wants/a.service'),
      ['e.socket'],
    ],
    [
      'a.service',
      ['[Install]\nWantedBy=b.target\nWantedBy=\nWantedBy="c.target"\n', '[Install]\nUpheldBy=d.service\n'],
      system('c.target.wants/a.service', 'd.service.upholds/a.service'),
      [],
    ],
    [
      't@.service',
      ['[Install]\nDefaultInstance=main\nWantedBy=a.target\nRequiredBy=%p-%i.target\nAlias=%p@alias.service\n'],
      system('t@alias.service', 'a.target.wants/t@main.service', 't-main.target.requires/t@main.service'),
      [],
    ],
    ['t@.service', ['[Install]\nWantedBy=a.target\n'], [], []],
    [
      't@one.service',
      ['[Install]\nDefaultInstance=main\nWantedBy=a.target\n'],
      system('a.target.wants/t@one.service'),
      [],
    ],
    ['a.service', ['[Unit]\nWantedBy=b.target\n'], [], []],
  ])('what enabling %s makes of %j', (name, texts, links, also) => {
    expect(enablePlan(name, texts, 'system')).toMatchObject({ links, also });
  });

  test('the links of a user are in the home folder', () => {
    const { links } = enablePlan('a.service', ['[Install]\nWantedBy=default.target\n'], 'user');
    expect(links).toEqual(['~/.config/systemd/user/default.target.wants/a.service']);
  });

  test('units that will need it, an empty value taking back what was', () => {
    const needed = (...texts: string[]) => enablePlan('a.service', texts, 'system').requiredBy;
    expect(needed('[Install]\nRequiredBy=multi-user.target x.target\n')).toEqual(['multi-user.target', 'x.target']);
    expect(needed('[Install]\nRequiredBy=x.target\n', '[Install]\nRequiredBy=\n')).toEqual([]);
    expect(needed('[Install]\nWantedBy=multi-user.target\n')).toEqual([]);
  });

  test('units the machine needs', () => {
    expect(
      ['sshd.service', 'dbus.socket', 'web.service', 'multi-user.target', 'my-ssh.service'].map(isCritical),
    ).toEqual([...[true, true, false, true, false]]);
  });
});

describe('running once', () => {
  const once = (text: string) => {
    const command = runOnce({ name: 'a.service', manager: 'user', text });
    return 'refusal' in command ? command.refusal : command.args;
  };

  test('takes the properties and the words of the command', () => {
    expect(
      once(
        '[Unit]\nDescription=A b\n[Service]\nType=oneshot\nExecStart=/bin/echo "a  b" 100%% $X\n[Install]\nWantedBy=x.target\n',
      ),
    ).toEqual([
      ...['--user', '--unit=a-once.service', '--collect', '--wait', '--pipe'],
      ...['--property=Description=A b', '--property=Type=oneshot', '--', '/bin/echo', 'a  b', '100%', '$X'],
    ]);
  });

  test.each([
    ['[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n', /has 2/],
    ['[Service]\nType=oneshot\n', /has 0/],
    ['[Service]\nExecStart=-/bin/a\n', /prefixes/],
    ['[Service]\nExecStart=/bin/a %n\n', /specifiers/],
  ])('%j is refused', (text, reason) => {
    expect(once(text)).toMatch(reason);
  });

  test('under a name of its own', () => {
    expect(['a.service', 'a@b.c.service', 'a.b.service'].map(onceName)).toEqual([
      ...['a-once.service', 'a-once@b.c.service', 'a.b-once.service'],
    ]);
  });
});

describe('drop-ins of a linked unit', () => {
  test('are linked into the folder of units, in one step for each unit', () => {
    const paths = ['/w/a.timer.d/1.conf', '/w/a.service.d/1.conf', '/w/a.service.d/2.conf'];
    expect(linkDropIns('/etc/systemd/system', paths).map(commandLine)).toEqual([
      'install --directory -- /etc/systemd/system/a.timer.d /etc/systemd/system/a.service.d',
      'ln --symbolic --force -- /w/a.timer.d/1.conf /etc/systemd/system/a.timer.d/',
      'ln --symbolic --force -- /w/a.service.d/1.conf /w/a.service.d/2.conf /etc/systemd/system/a.service.d/',
    ]);
  });

  test('that are none need nothing', () => expect(linkDropIns('/etc/systemd/system', [])).toEqual([]));
});

describe('what a unit starts', () => {
  test.each([
    ['a.timer', '[Timer]\nOnCalendar=daily\n', 'a.service'],
    ['a.timer', '[Timer]\nUnit=job.service\n', 'job.service'],
    ['a@x.timer', '[Timer]\nUnit=job@%i.service\n', 'job@x.service'],
    ['a.path', '[Path]\nUnit=b.target\n', 'b.target'],
    ['a.socket', '[Socket]\nListenStream=80\nService=web.service\n', 'web.service'],
    ['a.socket', '[Socket]\nListenStream=80\nAccept=yes\n', 'a@.service'],
    ['a.service', '[Service]\nExecStart=/bin/true\n', undefined],
  ])('%s, %j: %s', (name, text, expected) => {
    expect(startedUnit(parseUnitName(name)!, text)?.text).toBe(expected);
  });
});
