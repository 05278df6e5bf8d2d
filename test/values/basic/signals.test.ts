import { describe, expect, test } from 'vitest';
import { parseExitStatus } from '../../../server/src/values/basic/exit-statuses.ts';
import { formatMode, parseMode } from '../../../server/src/values/basic/mode.ts';
import { parseSignal, signalName } from '../../../server/src/values/basic/signals.ts';
import { accepted, judge, rejected, typeOf } from '../table.ts';

describe('signals', () => {
  test.each([
    ['SIGTERM', 15],
    ['TERM', 15],
    ['9', 9],
    ['0x1', 1],
    ['64', 64],
    ['SIGRTMIN', 34],
    ['RTMIN+3', 37],
    ['SIGRTMIN+30', 64],
    ['SIGRTMAX-30', 34],
    ['65', undefined],
    ['0', undefined],
    ['sigterm', undefined],
    ['SIGRTMIN+31', undefined],
    ['RTMIN-1', undefined],
    ['SIGCLD', undefined],
  ])('%s is %s', (text, number) => expect(parseSignal(text)).toBe(number));

  test('have names', () =>
    expect([1, 15, 34, 64].map(signalName)).toEqual(['SIGHUP', 'SIGTERM', 'SIGRTMIN+0', 'SIGRTMIN+30']));

  rejected('Service.KillSignal', [
    ['', 'warning', ''],
    ['SIGFOO', 'warning', 'SIGFOO'],
    ['SIGTERM SIGKILL', 'warning', 'SIGTERM SIGKILL'],
  ]);
  test('the right spelling is offered', () => {
    expect(judge('Service.KillSignal', 'sigterm')).toMatchObject([{ replacement: 'SIGTERM' }]);
    expect(judge('Service.KillSignal', 'SIGTREM')).toMatchObject([{ replacement: 'SIGTERM' }]);
  });
});

describe('exit statuses', () => {
  accepted('Service.SuccessExitStatus', ['', '1 2 3', 'TEMPFAIL 250 SIGKILL', '0x7f', 'KSM']);
  rejected('Service.SuccessExitStatus', [
    ['1 256 2', 'warning', '256'],
    ['1,2', 'warning', '1,2'],
    ['foo "1"', 'warning', 'foo', '"1"'],
    ['EX_TEMPFAIL', 'warning', 'EX_TEMPFAIL'],
  ]);
  rejected('Service.SuccessExitStatus', [['KSM', 'warning', 'KSM']], { version: 252 });
  test('by number and name', () => {
    expect([parseExitStatus('EXEC', 262), parseExitStatus('255', 262), parseExitStatus('256', 262)]).toEqual([
      203,
      255,
      undefined,
    ]);
  });
  test('are explained', () => {
    const { type, context } = typeOf('Service.SuccessExitStatus');
    expect(type.describe?.('0 203', 3, context)?.markdown).toBe(
      'Exit status 203/EXEC: the program could not be executed.',
    );
  });
});

describe('modes', () => {
  accepted('Service.UMask', ['0022', '22', '7777']);
  rejected('Service.UMask', [
    ['', 'warning', ''],
    ['0898', 'warning', '0898'],
    ['10000', 'warning', '10000'],
    ['+755', 'warning', '+755'],
    ['0o755', 'warning', '0o755'],
    ['u=rwx', 'warning', 'u=rwx'],
  ]);
  test('are shown as ls does', () => {
    expect(['0755', '4711', '1777', '2640'].map((text) => formatMode(parseMode(text) as number))).toEqual([
      'rwxr-xr-x',
      'rws--x--x',
      'rwxrwxrwt',
      'rw-r-S---',
    ]);
  });
  test('a mask is told by what it leaves', () => {
    const { type, context } = typeOf('Service.UMask');
    expect(type.describe?.('0027', 0, context)?.markdown).toBe('Files rw-r-----, directories rwxr-x---.');
  });
});
