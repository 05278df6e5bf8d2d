import { managerMatches } from '../../systemd/manager-matches.ts';
import type { Manager } from '../../systemd/unit-of-file.ts';
import { type BusSession, openSession } from './bus-session.ts';

/** What a manager tells of units on its bus. */
export interface ManagerSignals {
  /** Whether changes of the followed units are told. */
  readonly live: boolean;
  /**
   * Follows these units instead of those before; none: leaves the bus. Where there is no bus, one is looked for whenever this is
   * called, at growing intervals.
   */
  follow(names: ReadonlySet<string>): void;
  dispose(): void;
}

export interface SignalsListener {
  /** A followed unit may have changed, or is followed from now on. */
  happened(): void;
  /** Changes are told from now on, or no longer, and why. */
  changed(live: boolean, reason: string): void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Follows units of a manager of this machine by the signals of D-Bus (org.freedesktop.systemd1(5)). */
export function managerSignals(manager: Manager, listener: SignalsListener): ManagerSignals {
  let rules: ReadonlySet<string> = new Set();
  let session: BusSession | undefined;
  let isOpening = false;
  let live = false;
  let failures = 0;
  let notBefore = 0;

  const tell = (isLive: boolean, reason: string) => {
    if (live === isLive) return;
    live = isLive;
    listener.changed(live, reason);
  };
  const lost = ({ message }: Error) => {
    // What breaks off because nobody wants to know any more is not lost.
    if (rules.size === 0) return;
    session?.close();
    session = undefined;
    notBefore = Date.now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
    failures += 1;
    tell(false, message);
  };
  const leave = () => {
    session?.close();
    session = undefined;
    live = false;
  };
  const match = async (): Promise<void> => {
    const isNew = await session?.match(rules);
    if (isNew) listener.happened();
  };
  const open = async () => {
    isOpening = true;
    session = await openSession(manager, { happened: listener.happened, lost }).finally(() => {
      isOpening = false;
    });
    if (rules.size === 0) return leave();
    await match();
    failures = 0;
    tell(true, '');
  };
  return {
    get live() {
      return live;
    },
    follow(names) {
      rules = new Set(names.size > 0 ? managerMatches(names) : []);
      if (rules.size === 0) leave();
      else if (session) match().catch(lost);
      else if (!isOpening && Date.now() >= notBefore) open().catch(lost);
    },
    dispose() {
      rules = new Set();
      leave();
    },
  };
}
