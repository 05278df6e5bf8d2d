import { describe, expect, test } from 'vitest';
import { type Enabled, installOffer } from '../../client/src/systemd/install-section-offer.ts';
import type { Target } from '../../client/src/systemd/unit-of-file.ts';

const target = (name: string, path = `/work/${name}`): Target => ({
  name,
  kind: name.slice(name.lastIndexOf('.') + 1) as Target['kind'],
  manager: path.includes('/user/') ? 'user' : 'system',
  path,
});

const SERVICE = '[Service]\nExecStart=/bin/true\n';
const INSTALL = '[Install]\nWantedBy=x.target\n';

const linked = (edited = SERVICE): Enabled => ({
  fragment: '/etc/systemd/system/a.service',
  isSame: true,
  installed: [SERVICE],
  edited,
  isDirty: false,
});
const copied = (edited = SERVICE): Enabled => ({ ...linked(edited), isSame: false });

describe('what is offered where enabling does nothing', () => {
  test('a linked file gets the section and is saved', () => {
    expect(installOffer(target('a.service'), linked())).toEqual({
      path: '/work/a.service',
      text: '\n[Install]\nWantedBy=multi-user.target\n',
      copy: undefined,
      button: 'Add [Install], Save and Enable',
      detail:
        '"Add [Install], Save and Enable" writes [Install] with WantedBy=multi-user.target to the end of /work/a.service and saves the file.',
    });
  });

  test('a copied file is copied again', () => {
    const offer = installOffer(target('a.service'), copied())!;
    expect([offer.button, offer.copy]).toEqual(['Add [Install], Save and Enable', '/etc/systemd/system/a.service']);
    expect(offer.detail).toContain('It is copied to /etc/systemd/system/a.service again.');
  });

  test('what was written meanwhile is not written twice', () => {
    expect(installOffer(target('a.service'), copied(SERVICE + INSTALL))).toMatchObject({
      text: '',
      button: 'Copy Again and Enable',
    });
    expect(installOffer(target('a.service'), { ...linked(SERVICE + INSTALL), isDirty: true })).toMatchObject({
      text: '',
      copy: undefined,
      button: 'Save and Enable',
    });
  });

  test('other edits are not saved without a word', () => {
    const { detail } = installOffer(target('a.service'), { ...linked(), isDirty: true })!;
    expect(detail).toContain('Other unsaved changes in it are saved too.');
  });

  test.each([
    ['a.timer', '/work/a.timer', 'timers.target'],
    ['a.socket', '/work/a.socket', 'sockets.target'],
    ['a.service', '/home/me/.config/systemd/user/a.service', 'default.target'],
  ])('%s in %s is wanted by %s', (name, path, wanted) => {
    const unit = { ...linked(), fragment: path };
    expect(installOffer(target(name, path), unit)?.text).toBe(`\n[Install]\nWantedBy=${wanted}\n`);
  });

  test.each([
    ['a file of a package', target('a.service'), { ...linked(), fragment: '/usr/lib/systemd/system/a.service' }],
    ['a template', target('a@.service'), { ...linked(), fragment: '/etc/systemd/system/a@.service' }],
    ['a section that names no unit', target('a.service'), { ...linked(), installed: ['[Install]\n'] }],
    ['a section in a drop-in', target('a.service'), { ...linked(), installed: [SERVICE, '[Install]\nWantedBy=\n'] }],
    ['a drop-in', target('a.service', '/work/a.service.d/a.service'), linked()],
    ['a file of another name', target('a.service', '/work/b.service'), linked()],
    ['a slice', target('a.slice'), { ...linked(), fragment: '/etc/systemd/system/a.slice' }],
  ])('nothing for %s', (_what, unit, enabled) => {
    expect(installOffer(unit, enabled)).toBeUndefined();
  });
});
