import { describe, expect, test } from 'vitest';
import { paced } from '../../client/src/machine/pace.ts';
import { busAddresses } from '../../client/src/systemd/bus-address.ts';
import { managerMatches, unitPath } from '../../client/src/systemd/manager-matches.ts';

describe('the bus of a manager', () => {
  test.each([
    ['system', {}, ['/run/dbus/system_bus_socket']],
    ['system', { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/x%20y,guid=12' }, ['/x y']],
    ['system', { DBUS_SYSTEM_BUS_ADDRESS: 'tcp:host=far;unix:abstract=/a;unix:path=/b' }, ['\0/a', '/b']],
    ['system', { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=%zz' }, []],
    ['system', { DBUS_SYSTEM_BUS_ADDRESS: 'nonsense' }, []],
    ['user', {}, []],
    ['user', { XDG_RUNTIME_DIR: '/run/user/7' }, ['/run/user/7/bus']],
    ['user', { XDG_RUNTIME_DIR: '/r', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/s' }, ['/r/bus', '/s']],
  ] as const)('%s in %j is at %j', (manager, environment, paths) => {
    expect(busAddresses(manager, environment).map(({ path }) => path)).toEqual(paths);
  });
});

describe('a unit on the bus', () => {
  // As `busctl tree org.freedesktop.systemd1` prints them.
  test.each([
    ['a.service', 'a_2eservice'],
    ['0a.service', '_30a_2eservice'],
    ['getty@tty1.service', 'getty_40tty1_2eservice'],
    ['dev-disk-by\\x2duuid.mount', 'dev_2ddisk_2dby_5cx2duuid_2emount'],
  ])('%s has the path …/%s', (name, path) => {
    expect(unitPath(name)).toBe(`/org/freedesktop/systemd1/unit/${path}`);
  });

  const rulesOf = (...names: string[]) => managerMatches(new Set(names)).slice(3);

  test('is followed by its properties and jobs', () => {
    expect(rulesOf('a.service')).toEqual([
      expect.stringContaining("path='/org/freedesktop/systemd1/unit/a_2eservice'"),
      expect.stringContaining("member='JobRemoved',arg2='a.service'"),
    ]);
  });

  test('that is a template is followed by the jobs of all', () => {
    expect(rulesOf('a@.service', 'b@.service')).toEqual([expect.stringMatching(/member='JobRemoved'$/)]);
  });

  test('among many takes no rule of its own: a bus has a limit', () => {
    expect(rulesOf(...Array.from({ length: 1_000 }, (_, index) => `a@${index}.service`))).toHaveLength(2);
  });

  test('whose name is none is not asked for', () => {
    expect(rulesOf("a',path='/.service")).toEqual([]);
  });
});

describe('a storm of calls', () => {
  test('becomes one call, and one more for what came meanwhile', async () => {
    const ends: (() => void)[] = [];
    const call = paced(
      () => new Promise((resolve) => void ends.push(resolve)),
      () => 0,
    );
    for (let count = 0; count < 1_000; count += 1) call();
    expect(ends).toHaveLength(1);
    ends[0]!();
    await expect.poll(() => ends.length).toBe(2);
    ends[1]!();
    call.dispose();
  });
});
