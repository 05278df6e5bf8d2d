import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../server/src/service/check.ts';

const kindOf: Readonly<Record<string, string>> = {
  Timer: 'timer',
  Socket: 'socket',
  Mount: 'mount',
  Automount: 'automount',
  Path: 'path',
  Slice: 'slice',
  Scope: 'scope',
};

/** What is said of the only line of a section, for a release. */
function said(section: string, line: string, version: number) {
  const path = `/etc/systemd/system/a.${kindOf[section] ?? 'service'}`;
  const text = `[${section}]\n${line}\n`;
  return checkText(text, { path, version }).filter(({ start }) => start > section.length + 2);
}

/** The release that the manual of 262 says each came with. */
const directives: Readonly<Record<number, string>> = {
  240: 'Unit.FailureActionExitStatus Service.LogRateLimitIntervalSec Service.FinalKillSignal Service.MemoryMin',
  242: 'Timer.OnClockChange Timer.OnTimezoneChange Service.NetworkNamespacePath Service.ProtectHostname',
  243: 'Service.ExecCondition Service.TimeoutAbortSec Service.OOMPolicy Service.NUMAPolicy',
  245: 'Service.ProtectClock Service.LogNamespace',
  246: 'Service.TimeoutStopFailureMode Socket.PassPacketInfo Mount.ReadWriteOnly Service.RootHash',
  247: 'Socket.FlushPending Timer.FixedRandomDelay Service.ProtectProc Service.LoadCredential',
  248: 'Service.ExtensionImages Service.PrivateIPC Service.ManagedOOMPreference',
  249: 'Unit.Upholds Unit.OnSuccess Service.SocketBindAllow Unit.ConditionOSRelease',
  250: 'Service.ExitType Path.TriggerLimitBurst Automount.ExtraOptions Service.RestrictFileSystems',
  251: 'Service.ExtensionDirectories',
  252: 'Unit.ConditionCredential',
  253: 'Service.OpenFile Service.ReloadSignal Service.MemoryZSwapMax',
  254: 'Service.RestartMode Service.RestartSteps Service.ImportCredential Service.MemoryPressureWatch',
  255: 'Unit.SurviveFinalKillSignal Socket.PollLimitBurst Service.NFTSet',
  256: 'Unit.WantsMountsFor Service.MemoryZSwapWriteback',
  257: 'Timer.DeferReactivation Service.PrivatePIDs',
  258: 'Unit.ConditionVersion Slice.ConcurrencyHardMax Timer.RandomizedOffsetSec',
  259: 'Service.ExecReloadPost Service.UserNamespacePath',
  260: 'Service.RefreshOnReload Service.MemoryTHP',
  261: 'Unit.ConditionFraction Service.CPUPressureWatch',
  262: 'Service.RestartRandomizedDelaySec Socket.XAttrListen',
};

const manual = readFileSync('server/facts/manual-262.tsv', 'utf8')
  .split('\n')
  .map((line) => line.split('\t'));

const rows = Object.entries(directives).flatMap(([since, names]) =>
  names.split(' ').map((name) => [Number(since), ...name.split('.')] as [number, string, string]),
);

describe('a directive is known from the release on that the manual names', () => {
  test('there are at least forty of them', () => expect(rows.length).toBeGreaterThanOrEqual(40));

  test.each(rows)('%i: [%s] %s=', (since, section, key) => {
    expect(manual.filter((row) => row[1] === key).map((row) => row[2])).toContain(String(since));
    const before = said(section, `${key}=1`, since - 1);
    expect(before.map(({ rule }) => rule)).toContain('directive-too-new');
    expect(before.find(({ rule }) => rule === 'directive-too-new')!.message).toContain(`since systemd ${since};`);
    expect(said(section, `${key}=1`, since).map(({ rule }) => rule)).not.toContain('directive-too-new');
  });
});

/**
 * Values, the release they came with, and of five releases whose manuals were read (247, 252, 254, 257, 262) the last one
 * that does not name them and the first that does.
 */
const values: readonly (readonly [since: number, section: string, line: string, without: number, having: number])[] = [
  [248, 'Service', 'StandardOutput=truncate:/var/log/a', 247, 252],
  [248, 'Service', 'StandardError=truncate:/var/log/a', 247, 252],
  [248, 'Unit', 'Description=%q', 247, 252],
  [249, 'Unit', 'Description=%A', 247, 252],
  [251, 'Service', 'Environment=A=%d', 247, 252],
  [251, 'Service', 'Environment=A=%y', 247, 252],
  [253, 'Service', 'Type=notify-reload', 252, 254],
  [254, 'Unit', 'FailureAction=soft-reboot', 252, 254],
  [254, 'Unit', 'SuccessAction=kexec', 252, 254],
  [254, 'Unit', 'ConditionSecurity=cvm', 252, 254],
  [255, 'Unit', 'ConditionSecurity=measured-uki', 254, 257],
  [256, 'Service', 'Environment=A=%D', 254, 257],
  [257, 'Service', 'PrivateTmp=disconnected', 254, 257],
  [257, 'Service', 'PrivateUsers=identity', 254, 257],
  [257, 'Service', 'PrivateUsers=self', 254, 257],
  [257, 'Service', 'RestartMode=debug', 254, 257],
  [257, 'Socket', 'SocketProtocol=mptcp', 254, 257],
  [260, 'Service', 'PrivateUsers=managed', 257, 262],
  [260, 'Service', 'DisableControllers=bpf-bind-network-interface', 257, 262],
  [260, 'Service', 'Delegate=bpf-bind-network-interface', 257, 262],
];

describe('a value is known from its release on', () => {
  test.each(values)('%i: [%s] %s', (since, section, line, without, having) => {
    const isMinded = (version: number): boolean =>
      said(section, line, version).some(({ rule }) => /^value-(too-new|invalid)$|^specifier-unknown$/.test(rule));
    expect([without, since - 1].map((version) => [version, isMinded(version)])).toEqual([
      [without, true],
      [since - 1, true],
    ]);
    expect([since, having].map((version) => [version, isMinded(version)])).toEqual([
      [since, false],
      [having, false],
    ]);
  });
});
