import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('enumerations', () => {
  accepted('Service.Restart', ['no', 'always', 'on-watchdog']);
  rejected('Service.Restart', [
    ['', 'warning', ''],
    ['alwys', 'warning', 'alwys'],
    ['Always', 'warning', 'Always'],
    ['yes', 'warning', 'yes'],
  ]);
  test('a near miss has a fix and a message in three parts', () => {
    expect(judge('Service.Restart', 'alwys')).toMatchObject([
      {
        replacement: 'always',
        message: 'Unknown value "alwys" for Restart=; systemd ignores this line. Did you mean "always"?',
      },
    ]);
  });
  test('a word is told to be newer than the target', () => {
    expect(judge('Service.Type', 'notify-reload')).toEqual([]);
    expect(judge('Service.Type', 'notify-reload', { version: 252 })).toMatchObject([{ rule: 'value-too-new' }]);
  });
  accepted('Service.KillMode', ['', 'mixed']);
  rejected('Service.KillMode', [['none', 'warning', 'none']]);
  accepted('Service.ProtectSystem', ['strict', 'full', 'YES', 'off']);
  rejected('Service.ProtectSystem', [['FULL', 'warning', 'FULL']]);
  accepted('Service.SyslogLevel', ['err', '7', '0x1']);
  rejected('Service.SyslogLevel', [
    ['error', 'warning', 'error'],
    ['8', 'warning', '8'],
  ]);
  accepted('Socket.SocketProtocol', ['SCTP', 'udplite', '132', 'mptcp']);
  rejected('Socket.SocketProtocol', [['tcp', 'warning', 'tcp']]);
  accepted('Service.RuntimeDirectoryPreserve', ['restart', 'on-success']);
  rejected('Service.RuntimeDirectoryPreserve', [['on-success', 'warning', 'on-success']], { version: 257 });
  rejected('Service.Personality', [['x86_64', 'warning', 'x86_64']]);
  rejected('Unit.OnFailureIsolate', [['', 'warning', '']]);
});

describe('what a user manager makes of FailureAction=', () => {
  accepted('Unit.FailureAction', ['none', 'exit', 'exit-force'], { manager: 'user' });
  rejected('Unit.FailureAction', [['reboot', 'warning', 'reboot']], { manager: 'user' });
  rejected('Unit.FailureAction', [['reboot', 'info', 'reboot']], { manager: 'user', version: 252 });
});

describe('booleans', () => {
  accepted('Service.RemainAfterExit', ['yes', 'NO', '1', 't', 'off']);
  rejected('Service.RemainAfterExit', [
    ['', 'warning', ''],
    ['enabled', 'warning', 'enabled'],
    ['yes # really', 'warning', 'yes # really'],
  ]);
  accepted('Service.PrivateMounts', ['', 'yes']);
  rejected('Service.PrivateMounts', [['', 'warning', '']], { version: 252 });
});

describe('sets of words', () => {
  accepted('Service.SystemCallArchitectures', ['native', '"native" x86', 'loongarch64', '']);
  rejected('Service.SystemCallArchitectures', [
    ['native x86_64', 'warning', 'x86_64'],
    ['native "x86', 'warning', '"x86'],
  ]);
  rejected('Service.SystemCallArchitectures', [['loongarch64', 'warning', 'loongarch64']], { version: 252 });
  accepted('Service.CoredumpFilter', ['default', '0x33', 'ff', '0b1', 'private-anonymous elf-headers']);
  rejected('Service.CoredumpFilter', [
    ['default foo', 'warning', 'foo'],
    ['default,all', 'warning', 'default,all'],
  ]);
  rejected('Service.SecureBits', [['noroot keep-cap', 'info', 'keep-cap']]);
});

describe('others', () => {
  accepted('Service.ProtectHostname', ['', 'yes', 'private', 'private:web.example', 'yes:%H']);
  rejected('Service.ProtectHostname', [
    ['private:a b', 'warning', 'a b'],
    ['private:-x', 'warning', '-x'],
    ['no:foo', 'warning', 'no:foo'],
    ['foo:bar', 'warning', 'foo'],
    ['private:%Z', 'warning', '%Z'],
  ]);
  accepted('Service.SystemCallErrorNumber', ['', 'kill', 'EPERM', 'eperm', '38', '4095']);
  rejected('Service.SystemCallErrorNumber', [
    ['EFOO', 'warning', 'EFOO'],
    ['0', 'warning', '0'],
    ['4096', 'warning', '4096'],
  ]);
  test('the value of a directive systemd has dropped is not judged', () => {
    expect(judge('Service.CPUShares', '1')).toEqual([]);
    expect(judge('Service.CPUShares', '1', { version: 252 })).toMatchObject([{ rule: 'value-out-of-range' }]);
  });
});

describe('completion and hover', () => {
  const { type, context } = typeOf('Service.Type', { version: 252 });
  test('offers what the version knows', () => {
    const labels = type.complete?.('', 0, context)?.items.map(({ label }) => label);
    expect(labels).toContain('oneshot');
    expect(labels).not.toContain('notify-reload');
  });
  test('tells the meaning and where the manual has it', () => {
    expect(type.describe?.('oneshot', 0, context)).toEqual({
      start: 0,
      end: 7,
      markdown: 'Started once its commands have ended.',
      manualValue: 'oneshot',
    });
  });
});
