import { busAddresses, type SocketPath } from '../../systemd/bus-address.ts';
import { MANAGER } from '../../systemd/manager-matches.ts';
import type { Manager } from '../../systemd/unit-of-file.ts';
import { userRuntime } from '../process.ts';
import type { Bus } from './bus-connection.ts';

/** A bus on which a manager has been asked to tell what happens. */
export interface BusSession {
  /** Settles once these match rules are in force instead of those before; whether there are new ones among them. */
  match(rules: ReadonlySet<string>): Promise<boolean>;
  close(): void;
}

export interface SessionListener {
  /** Something of what matches has happened. */
  happened(): void;
  /** The bus or the manager has gone. */
  lost(reason: Error): void;
}

/** A bus that takes longer to answer is as good as none. */
const PATIENCE = 5_000;

/** Rejects with the reason of the last address that was tried. */
export async function openSession(manager: Manager, listener: SessionListener): Promise<BusSession> {
  const addresses = busAddresses(manager, { ...process.env, ...userRuntime() });
  for (const [index, address] of addresses.entries()) {
    try {
      return await openAt(address, listener);
    } catch (error) {
      if (index === addresses.length - 1) throw error;
    }
  }
  throw new Error('no address of a bus');
}

async function openAt(address: SocketPath, listener: SessionListener): Promise<BusSession> {
  // Loaded once it is needed: nobody waits for it when the editor starts.
  const { connectBus, addMatch, removeMatch } = await import('./bus-connection.ts');
  let isOpen = false;
  const bus = connectBus(address, {
    signal({ member, path }) {
      if (member === 'NameOwnerChanged') {
        bus.close();
        listener.lost(new Error('the manager left the bus'));
      } else if (path?.startsWith(MANAGER.path)) listener.happened();
    },
    closed: (reason) => isOpen && listener.lost(new Error(reason)),
  });
  await inTime(bus, bus.call({ ...MANAGER, member: 'Subscribe' }));
  isOpen = true;
  let inForce: ReadonlySet<string> = new Set();
  return {
    async match(rules) {
      const added = [...rules].filter((rule) => !inForce.has(rule));
      const dropped = [...inForce].filter((rule) => !rules.has(rule));
      inForce = rules;
      await Promise.all([...added.map(addMatch), ...dropped.map(removeMatch)].map(bus.call));
      return added.length > 0;
    },
    close: () => bus.close(),
  };
}

/** Closes the bus when it does not answer. */
async function inTime(bus: Bus, answer: Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => bus.close(), PATIENCE);
  try {
    await answer;
  } catch (error) {
    bus.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
