import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/features/code-actions.ts';
import { fallbackKeys } from '../../../server/src/schema/fallbacks.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../../../server/src/schema/versions.ts';
import { checkText } from '../../../server/src/service/check.ts';

const releases = Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, i) => OLDEST_VERSION + i);
const check = (text: string, version: number) => checkText(text, { path: '/etc/systemd/system/a.service', version });
const tooNew = (text: string, version: number) => check(text, version).filter(({ rule }) => rule.endsWith('-too-new'));
const unit = (section: string, line: string): string =>
  section === 'Service'
    ? `[Service]\nExecStart=/bin/true\nNotifyAccess=main\n${line}\n`
    : `[Service]\nExecStart=/bin/true\n[${section}]\n${line}\n`;

/** Since which release an assignment is taken, and what the fix for older ones writes. */
const examples: readonly (readonly [since: number, section: string, written: string, older: string])[] = [
  [253, 'Service', 'Type=notify-reload', 'Type=notify'],
  [240, 'Service', 'Type=exec', 'Type=simple'],
  [240, 'Service', 'StandardOutput=append:/var/log/a', 'StandardOutput=file:/var/log/a'],
  [248, 'Service', 'StandardOutput=truncate:/var/log/a', 'StandardOutput=file:/var/log/a'],
  [240, 'Service', 'StandardError=append:/var/log/a', 'StandardError=file:/var/log/a'],
  [252, 'Service', 'CPUWeight=idle', 'CPUWeight=1'],
  [252, 'Service', 'StartupCPUWeight=idle', 'StartupCPUWeight=1'],
  [257, 'Service', 'PrivateTmp=disconnected', 'PrivateTmp=yes'],
  [257, 'Service', 'PrivateTmp=connected', 'PrivateTmp=yes'],
  [257, 'Service', 'PrivateUsers=self', 'PrivateUsers=yes'],
  [258, 'Service', 'ProtectHostname=private', 'ProtectHostname=yes'],
  [257, 'Service', 'ProtectControlGroups=strict', 'ProtectControlGroups=yes'],
  [257, 'Service', 'ProtectControlGroups=private', 'ProtectControlGroups=yes'],
  [249, 'Unit', 'Upholds=b.service', 'Wants=b.service'],
  [254, 'Install', 'UpheldBy=b.target', 'WantedBy=b.target'],
  [249, 'Unit', 'StopPropagatedFrom=b.service', 'PartOf=b.service'],
  [256, 'Unit', 'WantsMountsFor=/srv', 'RequiresMountsFor=/srv'],
  [260, 'Unit', 'ConditionPathIsSocket=/run/a', 'ConditionPathExists=/run/a'],
  [250, 'Service', 'StartupAllowedCPUs=0-3', 'AllowedCPUs=0-3'],
  [250, 'Service', 'StartupAllowedMemoryNodes=0', 'AllowedMemoryNodes=0'],
  [258, 'Unit', 'ConditionVersion=kernel >= 6.1', 'ConditionKernelVersion=>= 6.1'],
  [258, 'Unit', 'AssertVersion=>=6.1', 'AssertKernelVersion=>=6.1'],
];

describe('for what is too new there is what older releases take', () => {
  test.each(examples)('since %i [%s] %s, else %s', (since, section, written, older) => {
    const text = unit(section, written);
    const told = releases.filter((version) => tooNew(text, version).length > 0);
    expect(told).toEqual(releases.filter((version) => version < since));
    for (const version of told) {
      const [fix] = tooNew(text, version)[0]!.fixes!;
      // ProtectHostname= itself is younger than some.
      if (tooNew(unit(section, older), version).length > 0) {
        expect([version, fix!.title]).toEqual([version, expect.stringMatching(/^Remove /)]);
        continue;
      }
      const after = applyEdits(text, fix!.edits);
      expect([version, after]).toEqual([version, unit(section, older)]);
      const left = check(after, version).filter(({ severity }) => severity === 'error' || severity === 'warning');
      expect(left.map(({ message }) => message)).toEqual([]);
      // Another setting is in force then: nobody applies it unasked.
      expect(fix!.preferred ?? false).toBe(false);
    }
  });

  test('every setting with one has an example', () => {
    const keys = new Set(examples.map(([, , written]) => written.slice(0, written.indexOf('='))));
    expect(fallbackKeys.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('a value without one is not offered any', () => {
    const [finding] = check(unit('Unit', 'OnFailureJobMode=lenient'), 252);
    expect([finding!.rule, finding!.fixes]).toEqual(['value-too-new', []]);
    const [other] = check(unit('Unit', 'ConditionVersion=systemd >= 250'), 252);
    expect(other!.fixes!.map(({ title }) => title)).toEqual(['Remove ConditionVersion=']);
  });
});
