import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { managerSignals } from '../../../client/src/machine/bus/manager-signals.ts';
import { extension, inSandbox, lensOf, open, until, uriOf } from './helpers.ts';

const systemctl = (...args: string[]) => execFileSync('systemctl', args, { stdio: ['ignore', 'pipe', 'inherit'] });

const states = () => extension().exports.states;
const goesLive = (live: boolean) => until(states().onDidChange, () => states().live === live);

const isRunning = (title: string) => title.startsWith('● running since');
const isStopped = (title: string) => title === '○ not running';

/** A figure is printed behind the title of its test. */
const says = ({ test }: Mocha.Context, figure: string): void => {
  test!.title += `: ${figure}`;
};

describe('states told by D-Bus', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    systemctl('start', 'dbus.socket');
    writeFileSync(uriOf('told.service').fsPath, '[Service]\nExecStart=/bin/sleep infinity\n');
    writeFileSync(uriOf('storm@.target').fsPath, '[Unit]\nDescription=One of many\n');
    systemctl('link', uriOf('told.service').fsPath, uriOf('storm@.target').fsPath);
    await extension().activate();
  });

  it('come by signals, and questions make none', async () => {
    let happened = 0;
    let signals: ReturnType<typeof managerSignals> | undefined;
    let wake = () => {};
    const next = (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => happened >= count && resolve();
        wake();
      });
    const live = new Promise<void>((resolve) => {
      const listener = {
        happened() {
          happened += 1;
          wake();
        },
        changed: (isLive: boolean) => isLive && resolve(),
      };
      signals = managerSignals('system', listener);
      signals.follow(new Set(['told.service', 'never-was.service']));
    });
    await live;
    happened = 0;
    for (let count = 0; count < 5; count += 1) systemctl('show', 'never-was.service', 'told.service');
    systemctl('daemon-reload');
    // The reload is told when it begins and when it ends.
    await next(2);
    assert.equal(happened, 2);
    systemctl('start', 'told.service');
    await next(3);
    systemctl('stop', 'told.service');
    signals?.dispose();
  });

  it('are seen in the lens when a unit is started or stopped elsewhere', async function () {
    const { uri } = await open('told.service');
    await goesLive(true);
    await lensOf(uri, isStopped);
    const took: number[] = [];
    for (const [verb, fits] of [...Array(5)].flatMap(
      () =>
        [
          ['start', isRunning],
          ['stop', isStopped],
        ] as const,
    )) {
      systemctl(verb, 'told.service');
      const begun = performance.now();
      await lensOf(uri, fits);
      took.push(Math.round(performance.now() - begun));
    }
    says(this, `${took.sort((a, b) => a - b).join(', ')} ms from systemctl to the lens`);
  });

  it('do not flood the editor when a thousand units start', async function () {
    const { uri } = await open('storm@.target');
    await lensOf(uri, (title) => title === 'template: 0 running');
    let changes = 0;
    const listener = states().onDidChange(() => {
      changes += 1;
    });
    const names = Array.from({ length: 1_000 }, (_, index) => `storm@${index}.target`);
    const begun = performance.now();
    systemctl('start', ...names);
    await lensOf(uri, (title) => title === 'template: 1000 running');
    const seconds = (performance.now() - begun) / 1_000;
    says(this, `${changes} changes of the lens in ${seconds.toFixed(1)} s`);
    listener.dispose();
    // More than ten a second would have been a flood.
    assert.ok(changes <= 1 + 10 * seconds, `${changes} changes in ${seconds} s`);
    systemctl('stop', ...names);
    await lensOf(uri, (title) => title === 'template: 0 running');
  });

  it('are asked for when the bus has gone, and told again when it is back', async () => {
    const { uri } = await open('told.service');
    await goesLive(true);
    systemctl('stop', 'dbus.socket', 'dbus.service');
    await goesLive(false);
    systemctl('start', 'told.service');
    await lensOf(uri, isRunning);
    systemctl('start', 'dbus.socket');
    await goesLive(true);
    systemctl('stop', 'told.service');
    await lensOf(uri, isStopped);
  });

  it('are asked for when another machine is meant', async () => {
    const settings = vscode.workspace.getConfiguration('systemdUnits');
    await open('told.service');
    await goesLive(true);
    await settings.update('machine', '.host', vscode.ConfigurationTarget.Global);
    try {
      await goesLive(false);
    } finally {
      await settings.update('machine', undefined, vscode.ConfigurationTarget.Global);
    }
    await goesLive(true);
  });
});
