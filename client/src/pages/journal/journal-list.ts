// The lines of the journal: one can be selected, with keys or the mouse, and seen whole.

import type { Row } from '../../systemd/journal-entry.ts';
import type { Clock } from './clock.ts';
import { detailOf, MOST_LINES, type Open, rowElement, rowText } from './journal-row.ts';
import { wrappedLines } from './row-positions.ts';
import { type VirtualList, virtualList } from './virtual-list.ts';

export interface RowList extends Pick<VirtualList<Row>, 'show' | 'draw'> {
  /** Forgets what was selected and goes on at the end. */
  restart(): void;
}

export interface Parts {
  readonly list: HTMLElement;
  readonly detail: HTMLElement;
  readonly newest: HTMLElement;
  /** Says of which day the first line in sight is. */
  readonly day: HTMLElement;
  readonly open: Open;
  readonly clock: Clock;
  /** Whether the rows are of several sources, as far as they have come. */
  hasSources(): boolean;
}

export function rowList({ list, detail, newest, day, open, clock, hasSources }: Parts): RowList {
  let selected: Row | undefined;
  const virtual: VirtualList<Row> = virtualList<Row>({
    list,
    element(row, index) {
      const { length } = virtual.rows;
      const element = rowElement(row, virtual.rows[index - 1], { clock, withSource: hasSources(), open });
      return asOption(element, { index, length, selected: row === selected, press: () => press(row) });
    },
    guesses() {
      const [height, columns] = [lineHeight(list), columnsOf(list)];
      return ({ text }) => height * wrappedLines(text, columns, MOST_LINES);
    },
    drawn({ atEnd, first }) {
      newest.hidden = atEnd;
      const row = virtual.rows[first];
      day.textContent = row ? clock.day(row.time, Date.now()) : '';
      day.hidden = row === undefined;
      list.setAttribute('aria-activedescendant', list.querySelector('[aria-selected=true]')?.id ?? '');
    },
  });
  const select = (row: Row | undefined) => {
    selected = row;
    detail.replaceChildren(...(row ? detailOf(row, { clock, open }) : []));
    virtual.draw();
  };
  const press = (row: Row) => {
    detail.hidden = row === selected && !detail.hidden;
    select(row);
  };
  const onKey = (key: string): boolean => {
    const index = nextIndex(key, selected ? virtual.rows.indexOf(selected) : -1, virtual);
    if (index !== undefined) {
      select(virtual.rows[index]);
      virtual.reveal(index);
    } else if (key === 'Enter' && selected) detail.hidden = !detail.hidden;
    else if (key === 'Escape') detail.hidden = true;
    else return false;
    return true;
  };
  list.addEventListener('keydown', (event) => {
    if (onKey(event.key)) event.preventDefault();
  });
  newest.addEventListener('click', () => {
    virtual.toEnd();
    list.focus();
  });
  closable(detail, list);
  document.addEventListener('copy', (event) => {
    if (!selected || document.activeElement !== list || textIsSelected()) return;
    event.clipboardData?.setData('text/plain', rowText(selected));
    event.preventDefault();
  });
  return {
    show: virtual.show,
    draw: virtual.draw,
    restart() {
      detail.hidden = true;
      select(undefined);
      virtual.show([]);
      virtual.toEnd();
    },
  };
}

const lineHeight = (list: HTMLElement): number => Number.parseFloat(getComputedStyle(list).lineHeight) || 20;

/** About as many characters as a line of a message has room for, beside time and source. */
const columnsOf = ({ clientWidth }: HTMLElement): number => Math.max(20, Math.floor(clientWidth / 8) - 12);

/** Where a key leads; undefined when it is none that moves, or there is nowhere to go. */
function nextIndex(key: string, at: number, { rows, page }: VirtualList<Row>): number | undefined {
  const last = rows.length - 1;
  const from = at < 0 ? last + 1 : at;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: last }[
    key
  ];
  return to === undefined || last < 0 ? undefined : Math.min(last, Math.max(0, to));
}

interface Option {
  readonly index: number;
  readonly length: number;
  readonly selected: boolean;
  press(): void;
}

function asOption(element: HTMLElement, { index, length, selected, press }: Option): HTMLElement {
  element.id = `row-${index}`;
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', String(selected));
  element.setAttribute('aria-posinset', String(index + 1));
  element.setAttribute('aria-setsize', String(length));
  element.addEventListener('click', () => {
    // The end of a selection made with the mouse is not a press.
    if (!textIsSelected()) press();
  });
  return element;
}

const textIsSelected = (): boolean => getSelection()?.isCollapsed === false;

function closable(detail: HTMLElement, list: HTMLElement): void {
  detail.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    detail.hidden = true;
    list.focus();
  });
}
