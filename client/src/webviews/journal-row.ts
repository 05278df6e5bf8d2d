import { fileLinks } from '../operate/file-links.ts';
import type { Row } from '../operate/journal-entry.ts';
import type { FromJournal } from './journal-messages.ts';

/** Names of priorities, as in syslog(3) and in `journalctl --priority=`. */
const NAMES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

export type Open = (place: FromJournal & { readonly kind: 'open' }) => void;

/** What a row of the list is made of. Colour is never the only sign: what is more urgent than info is named too. */
export function rowElement(row: Row, open: Open): HTMLElement {
  const element = made('div', `row p${row.priority}`);
  const text = made('span', 'text');
  text.append(...linked(row.text.split('\n', 1)[0]!, open));
  if (row.priority < 6) text.prepend(made('span', 'level', NAMES[row.priority]));
  element.append(made('span', 'time', clock(row.time)), made('span', 'source', row.source), text);
  return element;
}

/** The whole of a message, and what the row has no place for. */
export function detailOf(row: Row, open: Open): HTMLElement[] {
  const text = made('span', `p${row.priority}`);
  text.append(made('span', 'text'));
  text.firstElementChild!.append(...linked(row.text, open));
  const about = `${moment.format(row.time)} · ${row.source} · ${NAMES[row.priority]}\n`;
  return [made('span', 'about', about), text];
}

const moment = new Intl.DateTimeFormat(undefined, {
  ...({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  ...({ fractionalSecondDigits: 3, timeZoneName: 'short' } as const),
});

/** As one would put it into a message to somebody. */
export const rowText = ({ time, source, text }: Row): string => `${new Date(time).toISOString()} ${source}: ${text}`;

function made(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The year stands with it only where it is another one. */
function clock(time: number): string {
  const date = new Date(time);
  const year = date.getFullYear() === new Date().getFullYear() ? '' : `${date.getFullYear()}-`;
  const day = `${year}${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The text with a link for each place in a source file. In the list it is not a stop of the tab key: in the detail it is. */
function linked(text: string, open: Open): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end, path, line, column } of fileLinks(text)) {
    if (start < at) continue;
    const link = made('a', '', text.slice(start, end));
    link.setAttribute('href', '#');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      open({ kind: 'open', path, line, column });
    });
    parts.push(text.slice(at, start), link);
    at = end;
  }
  return [...parts, text.slice(at)];
}
