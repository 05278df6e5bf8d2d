/// <reference path="../../client/src/machine/bus/dbus-native.d.ts" />
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, marshall, unmarshalMessages } from '@homebridge/dbus-native/lib/message.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ManagerSignals, managerSignals } from '../../client/src/machine/bus/manager-signals.ts';

/** A message bus that answers every call, writes down what it was asked, and says what it is told to say. */
class StandIn {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly rules = new Set<string>();
  readonly called: string[] = [];
  refuses = '';

  constructor(path: string) {
    this.#server = createServer((socket) => this.#welcome(socket)).listen(path);
  }

  get clients(): number {
    return this.#sockets.size;
  }

  #welcome(socket: Socket) {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => {});
    let text = '';
    const greet = () => {
      for (let byte = socket.read(1) as Buffer | null; byte; byte = socket.read(1) as Buffer | null) {
        text += byte.toString('latin1');
        if (text.endsWith('BEGIN\r\n')) {
          unmarshalMessages(socket, (message) => this.#answer(socket, message), {});
          socket.off('readable', greet);
          // The first message may have come along.
          socket.emit('readable');
          return;
        }
        if (text.endsWith('\r\n')) socket.write('OK 0123456789abcdef\r\n');
      }
    };
    socket.on('readable', greet);
  }

  #answer(socket: Socket, { serial = 0, member = '', body = [] }: Message) {
    const [rule] = body as [string];
    this.called.push(member);
    if (member === 'AddMatch') this.rules.add(rule);
    if (member === 'RemoveMatch') this.rules.delete(rule);
    const answer =
      member === this.refuses ? { type: 3, errorName: 'org.example.No', signature: 's', body: ['no'] } : { type: 2 };
    socket.write(marshall({ ...answer, serial: 1, replySerial: serial }));
  }

  says(member: string, path = '/org/freedesktop/systemd1') {
    for (const socket of this.#sockets) {
      socket.write(marshall({ type: 4, serial: 9, path, interface: 'org.example', member }));
    }
  }

  async stop() {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

let folder: string;
let path: string;
let signals: ManagerSignals;
let bus: StandIn;
const told: string[] = [];
let awaited: { text: string; resolve(): void } | undefined;

const tell = (text: string) => {
  told.push(text);
  if (awaited?.text === text) awaited.resolve();
};
/** Waits until it is told, once more than before. */
const until = (text: string, action: () => void) =>
  new Promise<void>((resolve) => {
    awaited = { text, resolve };
    action();
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bus-'));
  path = join(folder, 'socket');
  process.env.DBUS_SYSTEM_BUS_ADDRESS = `unix:path=${path},guid=1`;
  told.length = 0;
  bus = new StandIn(path);
  signals = managerSignals('system', {
    happened: () => tell('happened'),
    changed: (live) => tell(live ? 'live' : 'lost'),
  });
});

afterEach(async () => {
  signals.dispose();
  await bus.stop();
  rmSync(folder, { recursive: true, force: true });
});

const follow = (...names: string[]) => signals.follow(new Set(names));

describe('a manager followed on its bus', () => {
  test('is subscribed to, for what concerns the units that are followed', async () => {
    await until('live', () => follow('a@1.service'));
    expect(signals.live).toBe(true);
    expect(bus.called.slice(0, 2)).toEqual(['Hello', 'Subscribe']);
    expect([...bus.rules].map((rule) => /(?:member|path)='([^']*)'/.exec(rule)![1])).toEqual([
      'NameOwnerChanged',
      'Reloading',
      'UnitFilesChanged',
      '/org/freedesktop/systemd1/unit/a_401_2eservice',
      'JobRemoved',
    ]);
  });

  test('tells of every signal that comes', async () => {
    await until('live', () => follow('a.service'));
    await until('happened', () => bus.says('PropertiesChanged', '/org/freedesktop/systemd1/unit/a_2eservice'));
    await until('happened', () => bus.says('Reloading'));
  });

  test('follows other units from the next call on', async () => {
    await until('live', () => follow('a.service'));
    await until('happened', () => follow('b.service'));
    const rules = [...bus.rules].join('\n');
    expect(rules).toContain("arg2='b.service'");
    expect(rules).not.toContain("arg2='a.service'");
  });

  test('is left when nobody wants to know any more', async () => {
    await until('live', () => follow('a.service'));
    follow();
    expect(signals.live).toBe(false);
    await expect.poll(() => bus.clients).toBe(0);
    expect(told).not.toContain('lost');
  });

  test('is found again after the bus was restarted', async () => {
    await until('live', () => follow('a.service'));
    await until('lost', () => void bus.stop());
    expect(signals.live).toBe(false);
    bus = new StandIn(path);
    // As the poll does that takes over, until the bus is there.
    const asking = setInterval(() => follow('a.service'), 10);
    await until('live', () => {});
    clearInterval(asking);
    await until('happened', () => bus.says('Reloading'));
  });

  test('is lost when it leaves the bus', async () => {
    await until('live', () => follow('a.service'));
    await until('lost', () => bus.says('NameOwnerChanged', '/org/freedesktop/DBus'));
  });

  test.each(['Hello', 'Subscribe', 'AddMatch'])('is not live where the bus refuses %s', async (member) => {
    bus.refuses = member;
    follow('a.service');
    await expect.poll(() => bus.called).toContain(member);
    await expect.poll(() => bus.clients).toBe(0);
    expect(signals.live).toBe(false);
  });
});
