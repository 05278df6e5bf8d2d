import { describe, expect, test } from 'vitest';
import type { BootTimes, UnitTimes } from '../../client/src/systemd/boot-times.ts';
import { asKept, compareBoots, gotSlower, keepBoot } from '../../client/src/systemd/compare-boots.ts';
import {
  askUnitMessages,
  bootIdOf,
  parseBoots,
  parseMessages,
  reconstructBoot,
} from '../../client/src/systemd/earlier-boot.ts';
import { deletedJobs } from '../../client/src/systemd/ordering-messages.ts';

const STARTING = '7d4958e842da4a758f6c1cdc7b36dcc5';
const STARTED = '39f53479d3a045ac8e11786248231fbf';
const FAILED = 'be02cf6855d2428ba40df7e9d022f03d';
const FINISHED = 'b07a249cd024414a82dd00cd181378ff';

const entry = (milliseconds: number, fields: Record<string, string>) =>
  JSON.stringify({
    ...{ __REALTIME_TIMESTAMP: '1', __MONOTONIC_TIMESTAMP: String(milliseconds * 1000), PRIORITY: '6' },
    ...{ _TRANSPORT: 'journal', MESSAGE: '', ...fields },
  });
const unit = (milliseconds: number, id: string, name: string) => entry(milliseconds, { MESSAGE_ID: id, UNIT: name });

/** The kernel has its own clock; the journal takes all of it at 2.4 s. */
const kernel = (milliseconds: number, MESSAGE: string) =>
  entry(2400, { _TRANSPORT: 'kernel', _SOURCE_MONOTONIC_TIMESTAMP: String(milliseconds * 1000), MESSAGE });

/** A manager that began at 2 s and was done at 5 s. */
const journal = [
  kernel(2100, 'Mounting dev-mqueue.mount - POSIX Message Queue File System...'),
  kernel(2150, 'Mounted dev-mqueue.mount - POSIX Message Queue File System.'),
  kernel(2160, 'Listening on dbus.socket - D-Bus.'),
  kernel(2170, 'Detected virtualization kvm.'),
  unit(2500, STARTING, 'web.service'),
  unit(2600, STARTING, 'bad.service'),
  unit(2700, FAILED, 'bad.service'),
  unit(3500, STARTED, 'web.service'),
  unit(3600, STARTED, 'multi-user.target'),
  entry(5000, { MESSAGE_ID: FINISHED, USERSPACE_USEC: '3000000' }),
  // A restart long after the boot.
  unit(9000, STARTING, 'web.service'),
  unit(9900, STARTED, 'web.service'),
  'not an entry',
].join('\n');

describe('a boot of the journal', () => {
  test('is put together from what systemd said', () => {
    const { origin, finish, units, failed } = reconstructBoot(journal);
    expect({ origin, finish, failed: [...failed] }).toEqual({ origin: 2e6, finish: 3e6, failed: ['bad.service'] });
    expect(units.map(({ name, start, took }) => [name, start / 1000, took / 1000])).toEqual([
      ['dev-mqueue.mount', 100, 50],
      ['dbus.socket', 160, 0],
      ['web.service', 500, 1000],
      ['bad.service', 600, 100],
      ['multi-user.target', 1600, 0],
    ]);
  });
  test('that systemd has not finished begins with its first line', () => {
    const { origin, finish } = reconstructBoot(unit(2500, STARTING, 'web.service'));
    expect({ origin, finish }).toEqual({ origin: 2_500_000, finish: undefined });
    expect(reconstructBoot('').units).toEqual([]);
  });
  test('is in the list of boots, the latest first', () => {
    const output = `IDX BOOT ID                          FIRST ENTRY                 LAST ENTRY
 -1 9f66111742854614bec963e9b76ab515 Thu 2026-11-26 08:00:00 UTC Thu 2026-11-26 09:00:00 UTC
  0 8f66111742854614bec963e9b76ab515 Thu 2026-11-26 11:00:00 UTC Thu 2026-11-26 11:54:08 UTC
`;
    const boots = parseBoots(output);
    expect(boots.map(({ first }) => first)).toEqual(['2026-11-26 11:00:00 UTC', '2026-11-26 08:00:00 UTC']);
    const { args } = askUnitMessages(boots[1]!);
    expect(args).toContain('--boot=9f66111742854614bec963e9b76ab515');
    expect(args).toContain('--until=2026-11-26 08:15:00 UTC');
  });
  test('this one is told by a line of it', () => {
    expect(bootIdOf(`${entry(1, { _BOOT_ID: 'abc' })}\n`)).toBe('abc');
    expect(bootIdOf('')).toBeUndefined();
  });
  test('tells what systemd left out to break a circle', () => {
    const text = 'multi-user.target: Job b.service/start deleted to break ordering cycle starting with a.service/start';
    const messages = parseMessages([entry(3000, { MESSAGE: text, PRIORITY: '3' }), entry(1, {})].join('\n'));
    expect(deletedJobs(messages)).toEqual(['b.service']);
    expect(messages[0]).toMatchObject({ time: 3e6, priority: 3 });
  });
});

const started = (name: string, start: number, took: number): UnitTimes => ({
  ...{ name, description: '', path: '', start: start * 1000, took: took * 1000, active: (start + took) * 1000 },
});
const boot = (...units: UnitTimes[]): BootTimes => ({ units, finish: 10e6 });

describe('two boots', () => {
  const now = boot(started('slow.service', 0, 900), started('same.service', 0, 400), started('new.service', 5, 50));
  const then = boot(started('slow.service', 0, 300), started('same.service', 0, 390), started('gone.service', 5, 50));
  test('are compared unit by unit, what got slower most first', () => {
    expect(compareBoots(now, then).map(({ name, slower }) => [name, slower])).toEqual([
      ['slow.service', 600_000],
      ['same.service', 10_000],
      ['gone.service', undefined],
      ['new.service', undefined],
    ]);
    expect(gotSlower(compareBoots(now, then)).map(({ name }) => name)).toEqual(['slow.service']);
  });
  test('a unit without a duration is not faster or slower', () => {
    expect(compareBoots(boot(started('a.target', 1, 0)), boot(started('a.target', 1, 90)))[0]!.slower).toBeUndefined();
  });
  test('a measurement is kept once, and the oldest go', () => {
    const kept = Array.from({ length: 12 }, (_, index) => `${index}`).reduce<ReturnType<typeof keepBoot>>(
      (all, id) => keepBoot(all, asKept(id, now)),
      [],
    );
    expect(kept.map(({ id }) => id)).toEqual(['11', '10', '9', '8', '7']);
    expect(keepBoot(kept, asKept('8', then)).map(({ id }) => id)).toEqual(['8', '11', '10', '9', '7']);
  });
  test('what is kept says the same as what was measured', () => {
    expect(compareBoots(now, asKept('x', now)).every(({ slower }) => slower === 0)).toBe(true);
    expect(asKept('x', boot(started('a.target', 1, 0))).units).toEqual([]);
  });
});
