import { describe, expect, test } from 'vitest';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { calendarSignature } from '../../server/src/values/time/timer.ts';
import { valueTypeFor } from './judge.ts';

/** The label of the parameter at the `^`. */
function parameterAt(target: string, marked: string): string | undefined {
  const { type, context } = valueTypeFor(target);
  const signature = type.signature?.(context);
  const offset = marked.indexOf('^');
  return signature?.parameters[signature.active(marked.replace('^', ''), offset)]?.label;
}

describe('the part of the value the cursor is in', () => {
  test.each([
    ['Service.ExecStart', '^', '[@-:+!|]'],
    ['Service.ExecStart', '-^', '[@-:+!|]'],
    ['Service.ExecStart', '-/bin/e^cho', 'PROGRAM'],
    ['Service.ExecStart', '/bin/echo ^', '[ARGUMENT …]'],
    ['Service.ExecStart', '/bin/echo a ; /bin/t^rue', 'PROGRAM'],
    ['Unit.ConditionPathExists', '^', '[|]'],
    ['Unit.ConditionPathExists', '|^', '[!]'],
    ['Unit.ConditionPathExists', '!/e^tc', 'ARGUMENT'],
    ['Service.DeviceAllow', '/dev/nu^ll', 'DEVICE'],
    ['Service.IODeviceWeight', '/dev/sda ^', 'WEIGHT'],
    ['Service.SocketBindAllow', 'tcp:^', 'PORTS'],
    ['Service.NFTSet', 'cgroup:inet:^', 'TABLE'],
    ['Service.LogExtraFields', 'A=b C^', 'FIELD'],
    ['Service.Environment', 'A=b^', 'VALUE'],
    ['Socket.ListenNetlink', 'audit ^', '[GROUP]'],
    ['Service.SystemCallFilter', '^', '[~]'],
    ['Service.SystemCallFilter', '~@m^', 'SYSCALL|@GROUP[:ERRNO]'],
    ['Service.RestrictAddressFamilies', 'AF^', 'FAMILY'],
    ['Service.RootImagePolicy', 'ro^ot=verity', 'PARTITION'],
    ['Service.RootImagePolicy', 'root=verity+^', 'FLAG+FLAG'],
    ['Service.RootImagePolicy', 'root=verity:^', 'PARTITION'],
    ['Service.StandardOutput', 'jour^nal', 'WORD'],
    ['Service.StandardOutput', 'append:/var^', 'file|append|truncate:PATH'],
    ['Service.StandardInput', 'fd:^web', 'fd:NAME'],
    ['Service.ImportCredential', 'app.*:^', 'prefix'],
    ['Unit.ConditionMemory', '>= 1^G', 'ARGUMENT'],
    ['Socket.ListenStream', '/run/^x', '/path'],
    ['Socket.ListenStream', '127.0.0.1:^80', '[ADDRESS:]PORT[%INTERFACE]'],
    ['Service.BindPaths', '/a:/b:^', 'options'],
    ['Service.LimitNOFILE', '10:^', 'HARD'],
  ])('%s=%s', (target, marked, expected) => {
    expect(parameterAt(target, marked)).toBe(expected);
  });

  test.each([
    ['^', 0],
    ['Mo^', 0],
    ['Mon ^', 1],
    ['Mon *-*-^', 1],
    ['*-*-* ^', 2],
    ['04:0^', 2],
    ['*-*-* 04:00 ^', 3],
    ['04:00 Eu^', 3],
  ])('calendar event %s', (marked, expected) => {
    expect(calendarSignature.active(marked.replace('^', ''), marked.indexOf('^'))).toBe(expected);
  });
});

test('every signature names its parameters within its label', () => {
  for (const directive of allDirectives().filter(({ to }) => to === Number.POSITIVE_INFINITY)) {
    const { type, context } = valueTypeFor(`${directive.section}.${directive.key}`);
    const signature = type.signature?.(context);
    for (const { label, documentation } of signature?.parameters ?? []) {
      expect(signature!.label).toContain(label);
      expect(documentation).not.toBe('');
    }
    expect(signature?.active('a:b=c d', 4) ?? 0).toBeGreaterThanOrEqual(0);
  }
});
