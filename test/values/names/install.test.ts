import { describe } from 'vitest';
import { accepted, rejected } from '../table.ts';

const template = { path: '/etc/systemd/system/a@.service' };

describe('[Install] is never more than information', () => {
  accepted('Install.WantedBy', ['', 'multi-user.target', '"multi-user.target"', 'foo@.service', 'foo', '%Z']);
  rejected('Install.WantedBy', [
    ['multi-user', 'info', 'multi-user'],
    ['a.target,b.target', 'info', ','],
    ['a.target %Z.target', 'info', '%Z'],
    ['%i.target', 'info', '%i.target'],
    ['"a.target', 'info', '"a.target'],
  ]);
  rejected('Install.WantedBy', [['foo@%i.target multi-user.target', 'info']], template);
});

describe('Alias=', () => {
  rejected('Install.Alias', [
    ['b.service c.service', 'info'],
    ['multi-user.target.wants/a.service', 'info'],
    ['b.socket', 'info', 'b.socket'],
    ['b@.service', 'info', 'b@.service'],
    ['b', 'info', 'b'],
  ]);
  rejected(
    'Install.Alias',
    [
      ['b@.service b@x.service', 'info'],
      ['b.service', 'info', 'b.service'],
    ],
    template,
  );
  rejected('Install.Alias', [['b.mount', 'info', 'b.mount']], { path: '/etc/systemd/system/a.mount' });
});

describe('DefaultInstance=', () => {
  rejected('Install.DefaultInstance', [['x', 'info', 'x']]);
  rejected(
    'Install.DefaultInstance',
    [
      ['x', 'info'],
      ['a/b', 'info', 'a/b'],
      ['%Z', 'info', '%Z'],
    ],
    template,
  );
});
