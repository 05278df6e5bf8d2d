/** The connection to the view, and the source that can be paused. */
export interface Carrier<T> {
  send(rows: readonly T[]): void;
  pause(): void;
  resume(): void;
}

export interface Batches<T> {
  add(rows: readonly T[]): void;
  /** The view has shown what it was sent. */
  acknowledge(): void;
  /** How many rows wait to be sent. */
  readonly waiting: number;
}

const BATCH = 2_000;
const HIGH_WATER = 2 * BATCH;

/**
 * Sends rows only as fast as the view shows them, and pauses the source meanwhile, so that a flood of entries fills
 * neither the memory of the extension nor the queue to the view.
 */
export function batches<T>({ send, pause, resume }: Carrier<T>): Batches<T> {
  let waiting: T[] = [];
  let busy = false;
  let paused = false;
  const pump = () => {
    if (!busy && waiting.length > 0) {
      busy = true;
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      send(batch);
    }
    const full = waiting.length >= HIGH_WATER;
    if (full !== paused && (full || waiting.length < BATCH)) {
      paused = full;
      if (full) pause();
      else resume();
    }
  };
  return {
    add(rows) {
      for (const row of rows) waiting.push(row);
      pump();
    },
    acknowledge() {
      busy = false;
      pump();
    },
    get waiting() {
      return waiting.length;
    },
  };
}
