import { type RowPositions, rowPositions } from './row-positions.ts';

/** Draws, of any number of rows of any height, those in sight. */
export interface VirtualList<T> {
  readonly rows: readonly T[];
  /** How many rows are in sight. */
  readonly page: number;
  /** `dropped` rows left at the start since the last time: what is looked at stays where it is. */
  show(rows: readonly T[], dropped?: number): void;
  /** Scrolls as far as is needed to see the row. */
  reveal(index: number): void;
  /** Goes to the last row, and stays there as rows come. */
  toEnd(): void;
  draw(): void;
}

export interface Drawing<T> {
  readonly list: HTMLElement;
  element(row: T, index: number): HTMLElement;
  /** How high rows are, in pixels, that were never drawn. */
  guesses(): (row: T) => number;
  /** What is in sight has been drawn. */
  drawn(state: { readonly atEnd: boolean; readonly first: number }): void;
}

/** Rows beyond the edges, so that a turn of the wheel finds them there. */
const MARGIN = 8;

export function virtualList<T extends object>({ list, element, guesses, drawn }: Drawing<T>): VirtualList<T> {
  const canvas = list.appendChild(document.createElement('div'));
  canvas.id = 'canvas';
  canvas.setAttribute('role', 'presentation');
  const stack = stackOf(guesses);
  let atEnd = true;
  let width = 0;
  let frame: number | undefined;
  const lastInSight = () => stack.places.at(list.scrollTop + list.clientHeight);
  const drawRows = () => {
    const first = Math.max(0, stack.places.at(list.scrollTop) - MARGIN);
    const rows = stack.rows.slice(first, lastInSight() + 1 + MARGIN);
    const elements = rows.map((row, index) => element(row, first + index));
    canvas.replaceChildren(...elements);
    const heights = elements.map((each) => each.getBoundingClientRect().height);
    const moved = stack.measured(first, heights, list.scrollTop);
    elements.forEach((each, index) => {
      each.style.top = `${stack.places.top(first + index)}px`;
    });
    canvas.style.height = `${stack.places.total}px`;
    // Rows above became higher: keeps the visible rows in place.
    if (moved !== 0 && !atEnd) list.scrollTop += moved;
  };
  const render = () => {
    frame = undefined;
    if (list.clientWidth !== width) stack.forget();
    width = list.clientWidth;
    canvas.style.height = `${stack.places.total}px`;
    // At the end the heights just measured move the end, and other rows come into sight.
    for (let passes = atEnd ? 3 : 1, before = -1; passes > 0 && before !== stack.places.total; passes--) {
      before = stack.places.total;
      if (atEnd) list.scrollTop = list.scrollHeight;
      drawRows();
    }
    if (atEnd) list.scrollTop = list.scrollHeight;
    drawn({ atEnd, first: stack.places.at(list.scrollTop) });
  };
  /** Once per frame, however much happens in it. */
  const draw = () => {
    if (frame === undefined) frame = requestAnimationFrame(render);
  };
  list.addEventListener('scroll', () => {
    atEnd = isAtEnd(list);
    draw();
  });
  new ResizeObserver(draw).observe(list);
  const { show, ...others } = methods({ list, stack, draw });
  return {
    ...others,
    get rows() {
      return stack.rows;
    },
    get page() {
      return Math.max(1, lastInSight() - stack.places.at(list.scrollTop) - 1);
    },
    show: (more, dropped = 0) => show(more, atEnd ? 0 : dropped),
    toEnd() {
      atEnd = true;
      draw();
    },
  };
}

/** So near to the end, in pixels, means the end. */
const END = 24;

/** What is drawn counts: more rows may have come since. */
const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean =>
  scrollTop + clientHeight >= scrollHeight - END;

interface Parts<T> {
  readonly list: HTMLElement;
  readonly stack: Stack<T>;
  draw(): void;
}

const methods = <T>({ list, stack, draw }: Parts<T>) => ({
  draw,
  show(more: readonly T[], dropped: number) {
    const gone = dropped <= stack.places.length ? stack.places.top(dropped) : 0;
    stack.put(more);
    if (gone > 0) list.scrollTop -= gone;
    draw();
  },
  reveal(index: number) {
    const { places } = stack;
    const bottom = index + 1 < places.length ? places.top(index + 1) : places.total;
    list.scrollTop = Math.min(places.top(index), Math.max(list.scrollTop, bottom - list.clientHeight));
    draw();
  },
});

/** Rows below one another, and the heights they had when they were drawn. */
interface Stack<T> {
  readonly rows: readonly T[];
  readonly places: RowPositions;
  put(rows: readonly T[]): void;
  /** Forgets the heights, since the width changed. */
  forget(): void;
  /** @returns by how much rows that begin above a place are higher than was known */
  measured(first: number, heights: readonly number[], above: number): number;
}

function stackOf<T extends object>(guesses: () => (row: T) => number): Stack<T> {
  let rows: readonly T[] = [];
  let heights = new WeakMap<T, number>();
  let places = rowPositions([]);
  const place = () => {
    const guess = guesses();
    places = rowPositions(rows.map((row) => heights.get(row) ?? guess(row)));
  };
  return {
    get rows() {
      return rows;
    },
    get places() {
      return places;
    },
    put(more) {
      rows = more;
      place();
    },
    forget() {
      heights = new WeakMap();
      place();
    },
    measured(first, found, above) {
      const tops = found.map((_, index) => places.top(first + index));
      return found.reduce((moved, height, index) => {
        heights.set(rows[first + index]!, height);
        const by = places.measured(first + index, height);
        return tops[index]! < above ? moved + by : moved;
      }, 0);
    },
  };
}
