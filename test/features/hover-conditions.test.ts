import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { allDirectives, findDirective } from '../../server/src/units/unit-directives.ts';
import { clauseOf } from '../../server/src/values/conditions/clauses.ts';
import { newest, skipReason } from '../manual/real-pages.ts';
import { realManual, testEnvironment } from './environment.ts';

/** The hover over the last character of a condition, and what it covers. */
async function over(line: string, environment = testEnvironment()): Promise<{ covered: string; markdown: string }> {
  const text = `[Unit]\n${line}\n`;
  const document = createDocument(text, { path: '/etc/systemd/system/web.service', version: NEWEST_VERSION });
  const found = await hover(document, text.length - 2, environment);
  return { covered: text.slice(found?.start, found?.end), markdown: found?.markdown ?? '' };
}

/** An argument for each condition that makes sense for it, and words of the clause it becomes. */
const examples: readonly (readonly [key: string, argument: string, clause: string])[] = [
  ['PathExists', '/etc/app.conf', '`/etc/app.conf` exists'],
  ['PathExistsGlob', '/etc/*.conf', 'at least one path matches `/etc/*.conf`'],
  ['PathIsDirectory', '/etc', 'is a directory'],
  ['PathIsSymbolicLink', '/etc/a', 'is a symbolic link'],
  ['PathIsMountPoint', '/srv', 'is a mount point'],
  ['PathIsReadWrite', '/srv', 'can be written'],
  ['PathIsEncrypted', '/srv', 'encrypted'],
  ['PathIsSocket', '/run/a', 'is a socket'],
  ['DirectoryNotEmpty', '/srv', 'with something in it'],
  ['FileNotEmpty', '/srv', 'a regular file with something in it'],
  ['FileIsExecutable', '/bin/sh', 'marked executable'],
  ['NeedsUpdate', '/etc', '`/usr/` changed'],
  ['FirstBoot', 'yes', 'boots for the first time'],
  ['FirstBoot', 'no', 'does not boot for the first time'],
  ['ACPower', 'true', 'connected to a power source'],
  ['ACPower', 'off', 'on battery'],
  ['Architecture', 'arm64', '64-bit ARM'],
  ['Virtualization', 'yes', 'in a virtual machine or a container'],
  ['Virtualization', 'no', 'on the bare machine'],
  ['Virtualization', 'microsoft', 'Hyper-V'],
  ['Virtualization', 'container', 'container of any sort'],
  ['Security', 'ima', 'IMA, the measuring of files'],
  ['Firmware', 'device-tree-compatible(x,y)', 'names `x,y` as compatible'],
  ['ControlGroupController', 'cpu memory', '`cpu`, `memory` are all available'],
  ['ControlGroupController', 'v2', 'unified control groups'],
  ['CPUFeature', 'arm64.bti', 'is `arm64` and has the feature `bti`'],
  ['Capability', 'CAP_MKNOD', 'bounding set'],
  ['KernelModuleLoaded', 'fuse', 'module `fuse` is loaded'],
  ['Memory', '2G', 'at least 2 GiB of memory'],
  ['Memory', '<=1.5G', 'at most 1.50 GiB of memory'],
  ['CPUs', '>1', 'more than 1 CPU'],
  ['CPUs', '4', 'at least 4 CPUs'],
  ['KernelVersion', '">= 5.10" <6', 'version of the kernel is at least `5.10` and older than `6`'],
  ['Version', 'systemd >=258', 'version of systemd is at least `258`'],
  ['MemoryPressure', 'user.slice:10%/1min', 'memory in `user.slice` was at or below 10% over the last 1min'],
  ['CPUPressure', '80%', 'over the last 5min'],
  ['IOPressure', '5%', 'input and output'],
  ['Host', 'web-*', 'the hostname matches `web-*`'],
  ['Host', '0123456789abcdef0123456789abcdef', 'the machine ID'],
  ['MachineTag', 'role=web', 'one of the machine'],
  ['KernelCommandLine', 'quiet', 'by itself or with a value'],
  ['KernelCommandLine', 'a=b', '`a=b` is on the kernel command line, exactly so'],
  ['Environment', 'A=b', 'variable `A` with the value `b`'],
  ['Credential', 'key', 'a credential named `key`'],
  ['User', '@system', 'runs as a system user'],
  ['Group', 'adm', 'belongs to the group `adm`'],
  ['OSRelease', 'ID=debian "VERSION_ID>=12"', '`ID` is `debian` and `VERSION_ID` is at least `12`'],
  ['Fraction', 'roll 30%', 'among the 30% that its machine ID picks for `roll`'],
];

describe('conditions', () => {
  test.each(examples)('Condition%s=%s', async (key, argument, clause) => {
    expect(clauseOf(`Condition${key}`, argument)).toContain(clause);
    const { covered, markdown } = await over(`Condition${key}=${argument}`);
    expect(covered).toBe(argument);
    expect(markdown).toContain(`Holds when ${clauseOf(`Condition${key}`, argument)}.`);
  });

  test('every condition and assertion of systemd 262 is among them', () => {
    const keys = allDirectives()
      .filter(({ section, key, to }) => section === 'Unit' && /^(?:Condition|Assert)/.test(key) && to >= NEWEST_VERSION)
      .map(({ key }) => key.replace(/^(?:Condition|Assert)/, ''));
    expect(new Set(keys)).toEqual(new Set(examples.map(([key]) => key)));
  });

  test('every word that is offered says what it stands for, or is one already', async () => {
    const conditions = allDirectives().filter(({ key, to }) => /^Condition/.test(key) && to >= NEWEST_VERSION);
    const silent: string[] = [];
    for (const directive of conditions) {
      const context = {
        directive,
        version: NEWEST_VERSION,
        manager: 'system',
        kind: 'service',
        unit: undefined,
      } as const;
      const words = directive.valueType?.complete?.('', 0, context)?.items ?? [];
      for (const { label } of words.filter(({ kind }) => kind === 'keyword')) {
        // ConditionVersion= wants a comparison behind the word.
        const value = directive.key === 'ConditionVersion' ? `${label} >=1` : label;
        if (!clauseOf(directive.key, value)) silent.push(`${directive.key}=${label}`);
      }
    }
    expect(silent).toEqual([]);
  });

  test('negated, triggering, asserting', async () => {
    expect((await over('ConditionPathExists=!/etc/app.conf')).markdown).toMatch(
      /^Holds unless `\/etc\/app\.conf` exists.*\n\nIf it does not hold, systemd skips the unit.*\n\n`\/etc\/app\.conf` exists\.$/,
    );
    const triggering = await over('ConditionVirtualization=|!vm');
    expect(triggering.markdown).toContain('Holds unless systemd runs in `vm`');
    expect(triggering.markdown).toContain('If none of the conditions marked `|` holds');
    expect((await over('AssertCPUs=2')).markdown).toContain('If it does not hold, the start of the unit fails.');
    expect((await over('ConditionHost=|!')).markdown).toContain('`!` holds when the rest does not');
  });

  test('what makes no sense is not explained as if it did', () => {
    for (const [key, argument] of [
      ['Memory', 'lots'],
      ['CPUs', '>=few'],
      ['FirstBoot', 'maybe'],
      ['OSRelease', 'debian'],
      ['Fraction', '30'],
      ['CPUPressure', 'high'],
      ['Version', 'systemd'],
      ['Firmware', 'bios'],
    ])
      expect(clauseOf(`Condition${key}`, argument!), `${key}=${argument}`).toBeUndefined();
  });

  test.skipIf(newest === undefined)(`the manual follows${newest === undefined ? ` (${skipReason})` : ''}`, async () => {
    const environment = testEnvironment({ manual: realManual() });
    // systemd has no AssertFirmware=.
    const assertions = examples.filter(([key]) => findDirective('Unit', `Assert${key}`, NEWEST_VERSION));
    expect(assertions).toHaveLength(examples.length - 1);
    const lines = [
      ...examples.map(([key, argument]) => `Condition${key}=${argument}`),
      ...assertions.map(([key, argument]) => `Assert${key}=${argument}`),
    ];
    for (const line of lines)
      expect((await over(line, environment)).markdown, line).toMatch(/^Holds when[\s\S]+\n---\n[\s\S]+ of systemd \d+/);
    expect((await over('AssertSecurity=audit', environment)).markdown).toContain('Linux Audit Framework');
  });
});
