// A list of any length of which only the rows in sight are in the page.
export interface VirtualList<T> {
  readonly rows: readonly T[];
  /** How many rows are in sight. */
  readonly page: number;
  /** `dropped` rows are gone from the top since the last time: what is looked at stays where it is. */
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
  /** What is in sight has been drawn. */
  drawn(state: { readonly atEnd: boolean }): void;
}

/** Rows beyond the edges, so that a turn of the wheel finds them there. */
const MARGIN = 8;

export function virtualList<T>({ list, element, drawn }: Drawing<T>): VirtualList<T> {
  const canvas = list.appendChild(document.createElement('div'));
  canvas.id = 'canvas';
  canvas.setAttribute('role', 'presentation');
  let rows: readonly T[] = [];
  let atEnd = true;
  let frame: number | undefined;
  const height = () => Math.round(Number.parseFloat(getComputedStyle(list).fontSize) * 1.5);
  const render = () => {
    frame = undefined;
    const size = height();
    canvas.style.height = `${rows.length * size}px`;
    if (atEnd) list.scrollTop = list.scrollHeight;
    const first = Math.max(0, Math.floor(list.scrollTop / size) - MARGIN);
    const last = first + Math.ceil(list.clientHeight / size) + 2 * MARGIN;
    canvas.replaceChildren(
      ...rows.slice(first, last).map((row, index) => placed(element(row, first + index), first + index, size)),
    );
    drawn({ atEnd });
  };
  /** Once per frame, however much happens in it. */
  const draw = () => {
    if (frame === undefined) frame = requestAnimationFrame(render);
  };
  list.addEventListener('scroll', () => {
    atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - height();
    draw();
  });
  new ResizeObserver(draw).observe(list);
  return {
    get rows() {
      return rows;
    },
    get page() {
      return Math.max(1, Math.floor(list.clientHeight / height()));
    },
    show(more, dropped = 0) {
      rows = more;
      if (!atEnd && dropped > 0) list.scrollTop -= dropped * height();
      draw();
    },
    reveal(index) {
      const top = index * height();
      list.scrollTop = Math.min(top, Math.max(list.scrollTop, top + height() - list.clientHeight));
      draw();
    },
    toEnd() {
      atEnd = true;
      draw();
    },
    draw,
  };
}

function placed(element: HTMLElement, index: number, size: number): HTMLElement {
  element.style.top = `${index * size}px`;
  element.style.height = `${size}px`;
  element.style.lineHeight = `${size}px`;
  return element;
}
