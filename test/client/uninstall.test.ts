import { describe, expect, test } from 'vitest';
import { uninstallPlan } from '../../client/src/actions/uninstall.ts';
import { commandLine } from '../../client/src/systemd/command.ts';
import { unitState } from '../../client/src/systemd/unit-state.ts';

const plan = (
  fragment: string,
  {
    active = 'active',
    manager = 'system' as 'system' | 'user',
    isEdited = false,
    linkedFrom = undefined as string | undefined,
    dropInLinks = [] as string[],
  } = {},
) => {
  const state = unitState(new Map(Object.entries({ FragmentPath: [fragment], ActiveState: [active] })));
  const made = uninstallPlan({ name: 'a.service', kind: 'service', manager, path: '/w/a.service' }, state, {
    isEdited,
    linkedFrom,
    dropInLinks,
  });
  return 'refusal' in made ? made.refusal : { lines: made.commands.map(commandLine), detail: made.detail };
};

describe('uninstalling', () => {
  test('takes the link of a linked unit away and leaves its file alone', () => {
    expect(plan('/w/a.service', { isEdited: true })).toEqual({
      lines: ['systemctl disable --now -- a.service'],
      detail: 'The unit is stopped and no longer starts by itself. /w/a.service is not changed.',
    });
  });

  test('takes the links of its drop-ins away as well', () => {
    const dropInLinks = ['/etc/systemd/system/a.service.d/10.conf'];
    expect(plan('/w/a.service', { dropInLinks })).toMatchObject({
      lines: [
        'systemctl disable --now -- a.service',
        'rm -- /etc/systemd/system/a.service.d/10.conf',
        'systemctl daemon-reload',
      ],
    });
  });

  test('does not delete what a link in a folder of units leads to', () => {
    // As systemd 252 has it of a unit that was linked and then enabled.
    expect(plan('/etc/systemd/system/a.service', { isEdited: true, linkedFrom: '/w/a.service' })).toEqual(
      plan('/w/a.service', { isEdited: true }),
    );
  });

  test('deletes a copy in a folder of units, and has the manager read it', () => {
    expect(plan('/etc/systemd/system/a.service')).toEqual({
      lines: ['systemctl disable --now -- a.service', 'rm -- /etc/systemd/system/a.service', 'systemctl daemon-reload'],
      detail: 'The unit is stopped and no longer starts by itself. /etc/systemd/system/a.service is deleted.',
    });
    expect(plan('/home/u/.config/systemd/user/a.service', { manager: 'user' })).toMatchObject({
      lines: [
        'systemctl --user disable --now -- a.service',
        'rm -- /home/u/.config/systemd/user/a.service',
        'systemctl --user daemon-reload',
      ],
    });
  });

  test('says when it deletes the very file that is edited', () => {
    expect(plan('/etc/systemd/system/a.service', { isEdited: true })).toMatchObject({
      detail: expect.stringContaining('/etc/systemd/system/a.service, the file you are editing, is deleted.'),
    });
  });

  test('lets the manager forget a failure', () => {
    expect(plan('/w/a.service', { active: 'failed' })).toMatchObject({
      lines: ['systemctl disable --now -- a.service', 'systemctl reset-failed -- a.service'],
    });
  });

  test('leaves alone what belongs to a package, or what systemd made', () => {
    for (const path of ['/usr/lib/systemd/system/a.service', '/run/systemd/generator/a.service', '']) {
      expect(plan(path), path).toMatch(/^a\.service belongs to a package/);
    }
  });
});
