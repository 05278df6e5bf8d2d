import { beforeEach, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { createLog } from '../../client/src/language-client/client-log.ts';

/** As much of VS Code as a log needs. */
const { fake } = vi.hoisted(() => {
  class EventEmitter<T> {
    private readonly listeners: ((value: T) => void)[] = [];
    event = (listener: (value: T) => void): { dispose(): void } => {
      this.listeners.push(listener);
      return { dispose: () => undefined };
    };
    fire(value: T): void {
      for (const listener of this.listeners) listener(value);
    }
    dispose(): void {
      this.listeners.length = 0;
    }
  }
  const state = {
    tracing: 'off',
    level: 3,
    written: [] as string[],
    settings: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
    levels: new EventEmitter<number>(),
  };
  const write = (level: string) => (message: string) => void state.written.push(`${level}: ${message}`);
  const channel = {
    get logLevel() {
      return state.level;
    },
    onDidChangeLogLevel: state.levels.event,
    trace: (message: string) => (state.level <= 1 ? write('trace')(message) : undefined),
    info: write('info'),
    error: write('error'),
    dispose: () => undefined,
  };
  return { fake: { EventEmitter, state, channel } };
});

vi.mock('vscode', () => ({
  EventEmitter: fake.EventEmitter,
  LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
  window: {
    createOutputChannel: (_: string, options: { log: boolean }) => {
      if (options?.log !== true) throw new Error('a channel without levels');
      return fake.channel;
    },
  },
  workspace: {
    getConfiguration: () => ({ get: (_: string, fallback: string) => fake.state.tracing ?? fallback }),
    onDidChangeConfiguration: fake.state.settings.event,
  },
}));

const { state } = fake;
const set = (tracing: string): void => {
  state.tracing = tracing;
  state.settings.fire({ affectsConfiguration: (section) => section === 'systemdUnits.trace.server' });
};
const log = () => createLog({ subscriptions: [] } as unknown as vscode.ExtensionContext, 'systemd Units');

beforeEach(() => {
  state.tracing = 'off';
  state.level = 3;
  state.written.length = 0;
});

test('nothing is traced unless it is asked for; faults are always written', () => {
  const { outputChannel, traceOutputChannel } = log();
  expect(traceOutputChannel.logLevel).toBe(3);
  traceOutputChannel.trace('request');
  outputChannel.error('fault');
  expect(state.written).toEqual(['error: fault']);
});

test('the setting alone makes the client trace, at once and back', () => {
  const { traceOutputChannel } = log();
  const levels: number[] = [];
  traceOutputChannel.onDidChangeLogLevel((level) => levels.push(level));
  set('messages');
  traceOutputChannel.trace('request');
  set('off');
  traceOutputChannel.trace('another');
  expect(levels).toEqual([1, 3]);
  expect(state.written).toEqual(['info: request']);
});

test('so does the level that is chosen in the channel itself', () => {
  const { traceOutputChannel } = log();
  const levels: number[] = [];
  traceOutputChannel.onDidChangeLogLevel((level) => levels.push(level));
  state.level = 1;
  state.levels.fire(1);
  traceOutputChannel.trace('request');
  expect(levels).toEqual([1]);
  expect(state.written).toEqual(['trace: request']);
});
