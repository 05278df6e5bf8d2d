import { connect, type Socket } from 'node:net';
// Two files of the package, which do what we need: the rest introspects objects, and brings five parsers along for that.
import handshake from '@homebridge/dbus-native/lib/handshake.js';
import { type Message, marshall, unmarshalMessages } from '@homebridge/dbus-native/lib/message.js';
import type { SocketPath } from '../../systemd/bus-address.ts';

/** A method of the bus or of one of its services, without the words that every call has. */
export type Call = Required<Pick<Message, 'destination' | 'path' | 'interface' | 'member'>> &
  Pick<Message, 'signature' | 'body'>;

export interface Bus {
  /** Rejects with the name of the D-Bus error. */
  call(call: Call): Promise<readonly unknown[]>;
  /** `closed` is not called any more. */
  close(): void;
}

export interface BusListener {
  signal(message: Message): void;
  /** The bus has gone, or has never been there. */
  closed(reason: string): void;
}

const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const ERROR = 3;
const SIGNAL = 4;
/** A service that does not run is not started for us. */
const NO_AUTO_START = 2;

const hello: Call = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'Hello',
};

/** Of the methods of the bus itself. */
export const addMatch = (rule: string): Call => ({ ...hello, member: 'AddMatch', signature: 's', body: [rule] });
export const removeMatch = (rule: string): Call => ({ ...addMatch(rule), member: 'RemoveMatch' });

/** Connects as this user; messages that are sent before the bus answers wait for it. */
export function connectBus({ path }: SocketPath, listener: BusListener): Bus {
  const socket = connect({ path });
  const calls = pendingCalls(socket);
  let over = false;
  const end = (reason: string) => {
    if (over) return;
    over = true;
    socket.destroy();
    calls.fail(reason);
    listener.closed(reason);
  };
  socket.on('error', ({ message }) => end(message));
  socket.on('close', () => end('closed by the bus'));
  handshake(socket, { authMethods: ['EXTERNAL'] }, (error) => {
    if (error) return end(error.message);
    const read = (message: Message) => {
      if (message.type === SIGNAL && !over) listener.signal(message);
      else calls.answer(message);
    };
    unmarshalMessages(socket, read, {});
    calls.open();
  });
  calls.send(hello).catch((error: Error) => end(error.message));
  return {
    call: calls.send,
    close() {
      over = true;
      socket.destroy();
      calls.fail('closed');
    },
  };
}

/** Calls that wait for their answers, by their serial numbers. */
function pendingCalls(socket: Socket) {
  type Pending = { resolve(body: readonly unknown[]): void; reject(error: Error): void };
  const pending = new Map<number, Pending>();
  const waiting: Buffer[] = [];
  let isOpen = false;
  let ended: string | undefined;
  let serial = 0;
  return {
    send: (call: Call) =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        if (ended !== undefined) return reject(new Error(ended));
        serial += 1;
        pending.set(serial, { resolve, reject });
        const bytes = marshall({ ...call, type: METHOD_CALL, flags: NO_AUTO_START, serial });
        if (isOpen) socket.write(bytes);
        else waiting.push(bytes);
      }),
    open() {
      isOpen = true;
      for (const bytes of waiting.splice(0)) socket.write(bytes);
    },
    answer({ type, replySerial = 0, errorName = '', body = [] }: Message) {
      const call = pending.get(replySerial);
      pending.delete(replySerial);
      if (type === METHOD_RETURN) call?.resolve(body);
      else if (type === ERROR) call?.reject(new Error(`${errorName}: ${body[0] ?? ''}`));
    },
    fail(reason: string) {
      ended = reason;
      for (const { reject } of pending.values()) reject(new Error(reason));
      pending.clear();
    },
  };
}
