import type { Row } from '../../systemd/journal-entry.ts';
import { made } from '../elements.ts';
import type { Clock } from './clock.ts';
import type { FromJournal } from './journal-page.ts';

/** Names of priorities, as in syslog(3) and in `journalctl --priority=`. */
const NAMES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

export type Open = (place: FromJournal & { readonly kind: 'open' }) => void;

/** What is shown beside the texts of rows. */
export interface RowStyle {
  readonly clock: Clock;
  /** Not where all rows have the same one. */
  readonly withSource: boolean;
}

/** More lines of a message than these stand in its detail only. */
export const MOST_LINES = 6;
const LONGEST = 2_000;

/**
 * What a row of the list is made of; above the first row of a day the day. Colour is never the only sign: what is more
 * urgent than info is named too.
 */
export function rowElement(row: Row, before: Row | undefined, { clock, withSource, open }: RowStyle & { open: Open }) {
  const element = made('div', `row p${row.priority}`);
  const text = made('span', 'text');
  text.append(...linked(row.text.slice(0, LONGEST), open));
  if (row.priority < 6) text.prepend(made('span', 'level', NAMES[row.priority] ?? ''));
  const line = made('div', 'line');
  const source = withSource ? [made('span', 'source', row.source)] : [];
  line.append(made('span', 'time', clock.time(row.time)), ...source, text);
  if (before && !clock.sameDay(before.time, row.time)) {
    element.append(made('div', 'day', clock.day(row.time, Date.now())));
  }
  element.append(line);
  return element;
}

/** The whole of a message, and what the row has no place for. */
export function detailOf(row: Row, { clock, open }: { readonly clock: Clock; readonly open: Open }): HTMLElement[] {
  const text = made('span', `p${row.priority}`);
  text.append(made('span', 'text'));
  text.firstElementChild!.append(...linked(row.text, open));
  const about = `${clock.moment(row.time)} · ${row.source} · ${NAMES[row.priority]}\n`;
  return [made('span', 'about', about), text];
}

/** The row as plain text, for the clipboard. */
export const rowText = ({ time, source, text }: Row): string => `${new Date(time).toISOString()} ${source}: ${text}`;

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

/** A place in a source file that a message names: `src/app.py:12`, `File "/srv/app.py", line 12`. */
export interface FileLink {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
}

/** Begins where a path begins, so that the host and port of an address are none. */
const PLACE =
  /(?<![\w/.@+~-])((?:\/|\.{1,2}\/)?[\w@+~-][\w.@+~/-]{0,255}\.[A-Za-z]\w{0,9}):(\d{1,7})(?::(\d{1,5}))?(?!\w)/g;
const PYTHON = /File "([^"\n]{1,255})", line (\d{1,7})/g;

export function fileLinks(text: string): FileLink[] {
  const found = [...text.matchAll(PLACE), ...text.matchAll(PYTHON)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    path: match[1]!,
    line: Number(match[2]),
    column: match[3] === undefined ? undefined : Number(match[3]),
  }));
  return found.sort((a, b) => a.start - b.start);
}
