import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('StandardOutput=', () => {
  accepted('Service.StandardOutput', [
    'journal',
    'kmsg+console',
    'fd',
    'fd:',
    'fd:a b',
    'file:/x',
    'file:/a b',
    'append:/x',
    'truncate:%h/x',
    'syslog',
  ]);
  rejected('Service.StandardOutput', [
    ['', 'warning', ''],
    ['Journal', 'warning', 'Journal'],
    ['/dev/null', 'warning', '/dev/null'],
    ['file:rel', 'warning', 'rel'],
    ['file:', 'warning', ''],
    ['file:/a/../b', 'warning', '..'],
    ['file:"/x"', 'warning', '"/x"'],
    ['fd:a:b', 'warning', 'a:b'],
    ['append:/%Z', 'warning', '%Z'],
    ['data', 'warning', 'data'],
  ]);
  test('offers what was meant', () => {
    expect(judge('Service.StandardOutput', '/dev/null')[0]?.replacement).toBe('null');
    expect(judge('Service.StandardOutput', '/var/log/x')[0]?.replacement).toBe('file:/var/log/x');
    expect(judge('Service.StandardOutput', 'syslog')[0]).toMatchObject({ severity: 'info', replacement: 'journal' });
    expect(judge('Service.StandardOutput', 'journl')[0]?.replacement).toBe('journal');
  });
  test('the file is a link', () => {
    const { type, context } = typeOf('Service.StandardOutput');
    expect(type.references?.('append:/var/log/x', context)).toEqual([
      { type: 'path', target: '/var/log/x', start: 7, end: 17 },
    ]);
  });
});

describe('StandardInput=', () => {
  accepted('Service.StandardInput', ['null', 'tty-force', 'data', 'fd:x', 'file:/x']);
  rejected('Service.StandardInput', [
    ['inherit', 'warning', 'inherit'],
    ['append:/x', 'warning', 'append:/x'],
    ['file:%i', 'warning', '%i'],
  ]);
});

describe('StandardInputText= and StandardInputData=', () => {
  accepted('Service.StandardInputText', ['', 'a "b', '\\n\\x41', '%i', '100%']);
  rejected('Service.StandardInputText', [
    ['a\\zb', 'warning', '\\z'],
    ['a\\', 'warning', '\\'],
    ['%Z', 'warning', '%Z'],
  ]);
  accepted('Service.StandardInputData', ['', 'YWJj', 'Y W J j', 'YQ==']);
  accepted('Service.StandardInputData', ['-A==', 'a-_b']);
  rejected('Service.StandardInputData', [['a-_b', 'warning', 'a-_b']], { version: 252 });
  rejected('Service.StandardInputData', [
    ['ZZ==', 'warning', 'ZZ=='],
    ['Zm9=', 'warning', 'Zm9='],
    ['YWJ', 'warning', 'YWJ'],
    ['$$$$', 'warning', '$$$$'],
  ]);
});
