import type { BootMessage } from './earlier-boot.ts';

/** Jobs that systemd has left out to break a circle, by what it said (`transaction_verify_order_one()`, src/core/transaction.c). */
export const deletedJobs = (messages: readonly BootMessage[]): string[] => [
  ...new Set(
    messages.flatMap(({ text }) => /\bJob (\S+)\/start deleted to break ordering cycle\b/.exec(text)?.[1] ?? []),
  ),
];
