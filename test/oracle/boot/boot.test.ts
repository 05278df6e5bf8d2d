import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { askManagerTimes, askUnitTimes, bootTimes } from '../../../client/src/systemd/boot-times.ts';
import type { Command } from '../../../client/src/systemd/command.ts';
import { askUnitMessages, listBoots, parseBoots, reconstructBoot } from '../../../client/src/systemd/earlier-boot.ts';
import { askManagerStart, askTimerNames, askTimers, timerNames } from '../../../client/src/systemd/timers.ts';
import { bootedAtOf } from '../../../server/src/features/timers/booted-at.ts';
import { scheduleShown, TIMER_PROPERTIES } from '../../../server/src/features/timers/shown-timers.ts';
import { elapsesIn } from '../../../server/src/features/timers/timer-runs.ts';
import { parseShow } from '../../../server/src/features/why/show-output.ts';
import { bootSandbox, type Sandbox } from '../../vscode/sandbox.mjs';

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const cache = join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const dir = mkdtempSync(join(cache, 'boot-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));

afterAll(() => {
  if (!('missing' in sandbox)) sandbox.stop();
  rmSync(dir, { recursive: true, force: true });
});

const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' };

function inside({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]): string {
  return spawnSync(command, [...args, ...line], { encoding: 'utf8', maxBuffer: 32 << 20, env }).stdout;
}
const asked = (machine: Sandbox, { program, args }: Command): string => inside(machine, program, ...args);

const units = {
  'quick.service': '[Service]\nExecStart=/bin/sleep infinity\n',
  'work.service': '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n',
  'broken.service': '[Service]\nType=oneshot\nExecStart=/bin/false\n',
  'all.target': '[Unit]\nRequires=work.service\nAfter=work.service\n',
  'oracle.timer':
    '[Timer]\nOnCalendar=Mon 04:00\nOnCalendar=*-*-* 05:30\nOnUnitActiveSec=6h\nRandomizedDelaySec=5min\nPersistent=yes\nUnit=work.service\n',
};

const machine = 'missing' in sandbox ? undefined : sandbox;

describe.skipIf(!machine)(
  `in a systemd that was booted${'missing' in sandbox ? ` (skipped: ${sandbox.missing})` : ''}`,
  () => {
    test('what is put together from the journal is what systemd has measured, as late as the journal took it', () => {
      inside(machine!, 'systemd-analyze', 'log-target', 'journal');
      for (const [name, text] of Object.entries(units))
        inside(machine!, 'sh', '-c', 'printf "%s" "$1" >"/run/systemd/system/$2"', 'sh', text, name);
      inside(machine!, 'systemctl', 'daemon-reload');
      inside(machine!, 'systemctl', 'start', 'quick.service', 'all.target', 'broken.service');
      inside(machine!, 'journalctl', '--sync');
      const [boot] = parseBoots(asked(machine!, listBoots));
      const told = reconstructBoot(asked(machine!, askUnitMessages(boot!)));
      const measured = bootTimes(asked(machine!, askUnitTimes('system')), asked(machine!, askManagerTimes('system')));
      const origin = Number(
        parseShow(asked(machine!, askManagerTimes('system')))[0]!.get('UserspaceTimestampMonotonic')![0],
      );
      for (const name of ['quick.service', 'work.service', 'all.target']) {
        const ours = told.units.find((unit) => unit.name === name);
        const theirs = measured.units.find((unit) => unit.name === name);
        expect(theirs, name).toBeDefined();
        expect(ours, name).toBeDefined();
        // A message is written after what it tells of.
        expect(ours!.start + told.origin, name).toBeGreaterThanOrEqual(theirs!.start + origin);
      }
      expect(told.units.find(({ name }) => name === 'work.service')!.took).toBeGreaterThan(0);
      expect([...told.failed]).toEqual(['broken.service']);
      expect(measured.units.find(({ name }) => name === 'broken.service')).toMatchObject({ failed: true });
    });

    test('the timers of the manager are read, and the next time of each calendar event is that of systemd', () => {
      inside(machine!, 'systemctl', 'start', 'oracle.timer');
      const names = timerNames(asked(machine!, askTimerNames('system')));
      const shown = parseShow(asked(machine!, askTimers('system', TIMER_PROPERTIES, names)));
      const bootedAt = bootedAtOf(asked(machine!, askManagerStart('system')));
      expect(bootedAt).toBeDefined();
      const found = new Map(
        shown.flatMap((properties) => {
          const schedule = scheduleShown(properties, { manager: 'system', bootedAt });
          return schedule ? [[schedule.name, { schedule, properties }]] : [];
        }),
      );
      expect([...found.keys()]).toEqual(expect.arrayContaining(['oracle.timer', ...names]));
      const oracle = found.get('oracle.timer')!.schedule;
      expect(oracle).toMatchObject({ activates: 'work.service', randomizedDelay: 300, isPersistent: true });
      expect(oracle.spans).toMatchObject([{ key: 'OnUnitActiveSec', seconds: 21_600 }]);
      const { activeSince = 0 } = oracle.state!;
      for (const [value] of (found.get('oracle.timer')!.properties.get('TimersCalendar') ?? []).map((each) => [each])) {
        const [, expression = '', next = ''] = /OnCalendar=(.*) ; next_elapse=\w+ (.*) UTC/.exec(value!) ?? [];
        const trigger = oracle.calendar.find(({ text }) => text === expression)!;
        const stretch = { from: activeSince, to: activeSince + 8 * 86_400, zone: 'UTC' };
        const [first = 0] = elapsesIn([trigger.spec], stretch, 1).times;
        expect(new Date(first * 1000).toISOString().slice(0, 19).replace('T', ' '), expression).toBe(next);
      }
    });
  },
);
