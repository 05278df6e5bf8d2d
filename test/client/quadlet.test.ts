import { describe, expect, test } from 'vitest';
import { uninstallPlan } from '../../client/src/actions/uninstall.ts';
import { applicableTo } from '../../client/src/systemd/applicable-commands.ts';
import { commandLine } from '../../client/src/systemd/command.ts';
import { installedPath, quadletGenerator, quadletUserFolder } from '../../client/src/systemd/install-paths.ts';
import { offers } from '../../client/src/systemd/lens-offers.ts';
import { createMadeNames } from '../../client/src/systemd/made-names.ts';
import { unitOfFile } from '../../client/src/systemd/unit-of-file.ts';
import { editedFile, unitState } from '../../client/src/systemd/unit-state.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';

const state = (properties: Readonly<Record<string, string>>) =>
  unitState(new Map(Object.entries(properties).map(([name, value]) => [name, [value]])));

/** As systemd shows a service that Podman has made. */
const made = (source: string, more: Readonly<Record<string, string>> = {}) =>
  state({
    Id: 'web.service',
    LoadState: 'loaded',
    ActiveState: 'active',
    UnitFileState: 'generated',
    FragmentPath: '/run/systemd/generator/web.service',
    SourcePath: source,
    CanStart: 'yes',
    CanStop: 'yes',
    ...more,
  });

const INSTALLED = '/etc/containers/systemd/web.container';

describe('the service that Podman makes of a Quadlet file', () => {
  test('ServiceName= in the text of the file says which service it is', () => {
    const path = '/etc/containers/systemd/web.container';
    const text = '[Container]\nImage=quay.io/x/web\nServiceName=front\n';
    expect(unitOfFile(path, text)).toMatchObject({ unit: { text: 'front.service' } });
    expect(unitOfFile(path, '[Container]\nServiceName\n')).toMatchObject({ unit: { text: 'web.service' } });
  });

  test('a drop-in says it as well, as the language server knows, until the text says something else', async () => {
    const names = createMadeNames();
    const [uri, web, own] = [
      'file:///work/web.container',
      parseUnitName('web.service')!,
      parseUnitName('own.service')!,
    ];
    const answers: Record<string, string | null> = { [uri]: 'front.service' };
    const refresh = () => names.refresh([{ uri, told: web }], async (asked) => answers[asked] ?? null);
    expect(names.of(uri, web).text).toBe('web.service');
    expect(await refresh()).toBe(true);
    expect(names.of(uri, web).text).toBe('front.service');
    expect(names.of(uri, own).text).toBe('own.service');
    expect(await refresh()).toBe(false);
    answers[uri] = null;
    expect(await refresh()).toBe(true);
    expect(names.of(uri, web).text).toBe('web.service');
  });

  test.each([
    ['/work/web.container', 'web.service', 'system'],
    ['/work/web@.container', 'web@.service', 'system'],
    ['/work/quadlets/app.pod', 'app-pod.service', 'system'],
    ['/work/data.volume', 'data-volume.service', 'system'],
    ['/etc/containers/systemd/front.network', 'front-network.service', 'system'],
    ['/work/quadlet/web.build', 'web-build.service', 'system'],
    ['/work/site.kube', 'site.service', 'system'],
    ['/work/web.container.d/10-port.conf', 'web.service', 'system'],
    ['/home/me/.config/containers/systemd/web.container', 'web.service', 'user'],
  ])('%s', (path, unit, manager) => {
    expect(unitOfFile(path)).toMatchObject({ unit: { text: unit }, manager });
  });

  test.each(['/work/container.d/x.conf', '/work/web-.container.d/x.conf', '/etc/systemd/network/lan.network'])(
    'none for %s',
    (path) => expect(unitOfFile(path)).toHaveProperty('refusal'),
  );
});

describe('what can be done with it', () => {
  test('it is installed, never run once, linked or enabled', () => {
    const unknown = state({ Id: 'web.service', LoadState: 'not-found', ActiveState: 'inactive' });
    expect([...applicableTo(unknown, 'unknown', '/work/web.container')]).toEqual(['install']);
    expect(offers(unknown, 'unknown', '/work/web.container').map(({ id }) => id)).toEqual(['install']);
    const ids = applicableTo(made(INSTALLED), 'loaded', INSTALLED);
    expect([...ids].sort()).toEqual(
      ['containerLogs', 'journalView', 'mask', 'restart', 'status', 'stop', 'uninstall'].sort(),
    );
  });

  test('only a container has logs of its own', () => {
    const volume = made('/etc/containers/systemd/data.volume');
    expect(applicableTo(volume, 'loaded').has('containerLogs')).toBe(false);
  });

  test('uninstalling deletes the Quadlet file, so that the service is not made again', () => {
    const target = { name: 'web.service', kind: 'service', manager: 'system', path: INSTALLED } as const;
    const plan = uninstallPlan(target, made(INSTALLED), { isEdited: true });
    if ('refusal' in plan) throw new Error(plan.refusal);
    expect(plan.commands.map(commandLine)).toEqual([
      'systemctl stop -- web.service',
      `rm -- ${INSTALLED}`,
      'systemctl daemon-reload',
    ]);
    expect(plan.detail).toContain('the file you are editing, is deleted');
  });

  test.each(['/etc/fstab', '/usr/share/containers/systemd/web.container'])(
    'a unit that was made of %s is never uninstalled',
    (source) => {
      const target = { name: 'web.service', kind: 'service', manager: 'system', path: '' } as const;
      expect(uninstallPlan(target, made(source), { isEdited: false })).toHaveProperty('refusal');
      expect(applicableTo(made(source), 'loaded').has('uninstall')).toBe(false);
    },
  );

  test('its file is the one to edit, not what was made of it', () => {
    expect(editedFile(made(INSTALLED))).toBe(INSTALLED);
    expect(editedFile(made('/etc/fstab'))).toBe('/run/systemd/generator/web.service');
  });
});

test('files and drop-ins go where Podman looks for them', () => {
  const folder = quadletUserFolder('/home/me', undefined);
  expect(folder).toBe('/home/me/.config/containers/systemd');
  const into = (name: string, path: string) => installedPath(folder, { name, path });
  expect(into('web.service', '/work/web.container')).toBe(`${folder}/web.container`);
  expect(into('web.container', '/work/web.container.d/10.conf')).toBe(`${folder}/web.container.d/10.conf`);
  expect(quadletGenerator('user')).toBe('/usr/lib/systemd/user-generators/podman-user-generator');
});
