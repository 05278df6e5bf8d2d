import { describe, expect, test } from 'vitest';
import { accepted, rejected, typeOf } from '../table.ts';

describe('SetCredential=', () => {
  accepted('Service.SetCredential', ['', 'a:b', 'a:b:c', 'a b:c', 'a:%Z', 'a:"b', 'a:\\x41', 'a%%:b']);
  rejected('Service.SetCredential', [
    ['a', 'warning', 'a'],
    ['a:', 'warning', 'a:'],
    [':b', 'warning', ''],
    ['a/b:c', 'warning', 'a/b'],
    ['ä:b', 'warning', 'ä'],
    ['%Z:a', 'warning', '%Z'],
    ['a:b\\dc', 'warning', '\\d'],
    ['a:b\\', 'warning', '\\'],
  ]);
  accepted('Service.SetCredentialEncrypted', ['a:YWJj', 'a:YWJj YWJj']);
  rejected('Service.SetCredentialEncrypted', [['a:YWJ', 'warning', 'YWJ']]);
});

describe('LoadCredential=', () => {
  accepted('Service.LoadCredential', ['', 'a', 'a:', 'a:b', 'a:/b', 'a:/b:c', '"a:/b', 'a:%h/x', 'a:@b', 'a:/b/']);
  rejected('Service.LoadCredential', [
    ['a:../b', 'warning', '../b'],
    ['a:b/c', 'warning', 'b/c'],
    ['a:/b/../c', 'warning', '/b/../c'],
    ['a:/b//c', 'warning', '/b//c'],
    [':b', 'warning', ''],
    ['a:/%Z', 'warning', '%Z'],
    ['..:/b', 'warning', '..'],
  ]);
  test('the file is a link', () => {
    const { type, context } = typeOf('Service.LoadCredential');
    expect(type.references?.('a:/etc/b', context)).toEqual([{ type: 'path', target: '/etc/b', start: 2, end: 8 }]);
    expect(type.references?.('a:b', context)).toEqual([]);
  });
});

describe('ImportCredential=', () => {
  accepted('Service.ImportCredential', ['', 'a', 'a*', '*', 'a:b', 'a*:b.', 'a:%Z']);
  rejected('Service.ImportCredential', [
    ['a]', 'warning', 'a]'],
    ['*a', 'warning', '*a'],
    ['a?', 'warning', 'a?'],
    ['a**', 'warning', 'a**'],
    ['a:b/c', 'warning', 'b/c'],
    [':a', 'warning', ''],
  ]);
});
