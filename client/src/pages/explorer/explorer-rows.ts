import { duringBoot, type UnitTimes } from '../../systemd/boot-times.ts';
import { type ComparedUnit, compareBoots } from '../../systemd/compare-boots.ts';
import type { BootMessage } from '../../systemd/earlier-boot.ts';
import type { ExploredBoot } from './explorer-page.ts';

export type Sorting = 'start' | 'took' | 'slower';

/** Which units are shown, and in which order. */
export interface ExplorerFilter {
  readonly text: string;
  /** Milliseconds that the start took at least. */
  readonly least: number;
  readonly failedOnly: boolean;
  readonly chainOnly: boolean;
  readonly sorting: Sorting;
}

/** A unit of the boot, and what belongs to it. */
export interface ExplorerRow extends ComparedUnit {
  readonly times: UnitTimes;
  readonly inChain: boolean;
  readonly failed: boolean;
  /** What it and systemd said of it. */
  readonly messages: readonly BootMessage[];
}

/** The rows of the boot without any filter; worked out once for what was asked. */
export function explorerRows({ boot, other, chain, messages }: ExploredBoot): ExplorerRow[] {
  const inChain = new Set(chain);
  const said = new Map<string, BootMessage[]>();
  for (const message of messages) {
    const own = said.get(message.unit) ?? [];
    own.push(message);
    said.set(message.unit, own);
  }
  const compared = new Map((other ? compareBoots(boot, other) : []).map((each) => [each.name, each]));
  return duringBoot(boot).map((times) => ({
    ...(compared.get(times.name) ?? { name: times.name, now: times }),
    times,
    inChain: inChain.has(times.name),
    failed: times.failed === true,
    messages: said.get(times.name) ?? [],
  }));
}

/** Those that a filter leaves, in its order. */
export function filteredRows(
  rows: readonly ExplorerRow[],
  { text, least, failedOnly, chainOnly, sorting }: ExplorerFilter,
): ExplorerRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = rows.filter(
    ({ times, failed, inChain, messages }) =>
      times.took >= least * 1000 &&
      (!failedOnly || failed) &&
      (!chainOnly || inChain) &&
      words.every(
        (word) =>
          `${times.name} ${times.description}`.toLowerCase().includes(word) ||
          messages.some((message) => message.text.toLowerCase().includes(word)),
      ),
  );
  const key: Readonly<Record<Sorting, (row: ExplorerRow) => number>> = {
    start: ({ times }) => times.start,
    took: ({ times }) => -times.took,
    slower: ({ slower }) => -(slower ?? Number.NEGATIVE_INFINITY),
  };
  return wanted.sort((a, b) => key[sorting](a) - key[sorting](b) || a.name.localeCompare(b.name));
}
