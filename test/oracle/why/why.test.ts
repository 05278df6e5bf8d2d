import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../../server/src/features/why/diagnosis.ts';
import { bootSandbox, type Sandbox } from '../../vscode/sandbox.mjs';
import { type Failure, FOLDER, failures, files } from './failures.ts';

/** In milliseconds; generous: other tests may keep the machine busy. */
const PATIENCE = 100_000;

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const cache = join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const dir = mkdtempSync(join(cache, 'why-'));
const sandbox = bootSandbox(join(dir, 'sandbox'));

/** What a command prints inside, whatever its exit status. */
function inside({ prefix: [command = '', ...args] }: Sandbox, ...line: string[]): string {
  return spawnSync(command, [...args, ...line], { encoding: 'utf8', maxBuffer: 32 << 20 }).stdout;
}

/** Writes the units, and all that they need, where the systemd inside reads them. */
function install(machine: Sandbox): void {
  const units = join(dir, 'units');
  mkdirSync(units);
  for (const { unit, text, others = {} } of failures) {
    if (text !== '' && text !== 'masked') writeFileSync(join(units, unit), text);
    for (const [name, other] of Object.entries(others)) writeFileSync(join(units, name), other);
  }
  inside(machine, 'mkdir', '-p', '/run/systemd/system', FOLDER);
  inside(machine, 'cp', '-r', `${units}/.`, '/run/systemd/system');
  inside(machine, 'ln', '-s', '/dev/null', '/run/systemd/system/why-masked.service');
  for (const { name, text, mode } of files) {
    writeFileSync(join(dir, name), text);
    inside(machine, 'install', `--mode=${mode.toString(8)}`, join(dir, name), join(FOLDER, name));
  }
  inside(machine, 'systemctl', 'daemon-reload');
}

/** Starts all of them at once, and returns when each of them has come to its end. */
function fail(machine: Sandbox): void {
  const named = (how: Failure['how']): string[] =>
    failures.filter((failure) => (failure.how ?? 'start') === how).map(({ unit, start = unit }) => start);
  inside(machine, 'systemctl', 'start', 'why-taker.socket');
  inside(machine, 'systemctl', 'start', ...named('start, then stop'));
  inside(machine, 'systemctl', 'stop', ...named('start, then stop'));
  // One call each: a unit that cannot be started at all keeps systemctl from waiting for the others.
  const refused = named('start').filter((unit) => /masked|missing\.|refused/.test(unit));
  for (const unit of refused) inside(machine, 'systemctl', 'start', unit);
  const others = named('start').filter((unit) => !refused.includes(unit));
  inside(machine, 'systemctl', 'start', ...others);
  awaitEnds(machine, others);
  inside(machine, 'journalctl', '--sync');
}

/** Asks until none of them runs any more: `systemctl --wait` needs a bus, which not every machine has. */
function awaitEnds(machine: Sandbox, units: readonly string[]): void {
  const states = (): string[] =>
    inside(machine, 'systemctl', 'show', '--value', '--property=ActiveState', ...units).split(/\s+/);
  const deadline = performance.now() + PATIENCE;
  while (states().some((state) => /^(?:active|activating|deactivating)$/.test(state)))
    if (performance.now() > deadline) throw new Error('the units do not come to their ends');
}

/** What the command line says, by the unit it was asked about. */
function diagnoses(machine: Sandbox): Map<string, Diagnosis> {
  const cli = join(repository, 'server/dist/cli.cjs');
  const names = failures.map(({ unit }) => unit);
  const printed = inside(machine, process.execPath, cli, 'why', '--json', '--', ...names);
  return new Map((JSON.parse(printed) as Diagnosis[]).map((diagnosis) => [diagnosis.unit, diagnosis]));
}

const chainOf = (diagnosis: Diagnosis): Diagnosis[] => [
  diagnosis,
  ...(diagnosis.cause ? chainOf(diagnosis.cause) : []),
];

if ('missing' in sandbox) {
  rmSync(dir, { recursive: true, force: true });
  console.warn(`skipped: ${sandbox.missing}`);
  test('a systemd of its own', (context) => context.skip(sandbox.missing));
} else {
  let told = new Map<string, Diagnosis>();

  beforeAll(() => {
    execFileSync(process.execPath, [join(repository, 'esbuild.mjs')], { cwd: repository, stdio: 'ignore' });
    // Else systemd writes to the console, and the journal has nothing of it.
    inside(sandbox, 'systemd-analyze', 'log-target', 'journal');
    install(sandbox);
    fail(sandbox);
    told = diagnoses(sandbox);
  });

  afterAll(() => {
    sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  describe('what systemctl start leaves behind is told', () => {
    test.each(failures)('$unit', ({ unit, told: expected, line }) => {
      const chain = chainOf(told.get(unit)!);
      expect(chain.map(({ headline }) => headline)).toEqual(
        expected.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text))),
      );
      const place = chain.at(-1)!.places[0];
      expect(place?.text).toBe(line);
      expect(chain.at(-1)!.steps).not.toEqual([]);
    });

    test('of at least 25 kinds', () => expect(failures.length).toBeGreaterThanOrEqual(25));
  });
}
