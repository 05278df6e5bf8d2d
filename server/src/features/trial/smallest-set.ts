type Passes<T> = (part: readonly T[]) => Promise<boolean>;

/**
 * A part of a list that still passes and of which no item can be left out, found by halves (QuickXplain, Junker 2004).
 * `passes` must hold for the whole list and not for an empty one, and wherever it holds for a part it must hold for what
 * has more. It is asked some times the logarithm of the length for each item that is needed.
 */
export const smallestSet = async <T>(items: readonly T[], passes: Passes<T>): Promise<readonly T[]> =>
  await needed({ items, beside: [], isTold: true }, passes);

interface Search<T> {
  readonly items: readonly T[];
  /** What is there anyway. */
  readonly beside: readonly T[];
  /** Whether it is known already that this alone does not pass. */
  readonly isTold: boolean;
}

async function needed<T>({ items, beside, isTold }: Search<T>, passes: Passes<T>): Promise<readonly T[]> {
  if (!isTold && (await passes(beside))) return [];
  if (items.length <= 1) return items;
  const middle = Math.ceil(items.length / 2);
  const [left, right] = [items.slice(0, middle), items.slice(middle)];
  const ofRight = await needed({ items: right, beside: [...beside, ...left], isTold: false }, passes);
  const ofLeft = await needed({ items: left, beside: [...beside, ...ofRight], isTold: ofRight.length === 0 }, passes);
  return [...ofLeft, ...ofRight];
}
