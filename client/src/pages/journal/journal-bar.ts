// The bar above the journal: query and filter.
import type { JournalQuery } from '../../systemd/journal-query.ts';
import { byId } from '../elements.ts';

export interface Bar {
  readonly filter: string;
  /** Shows the present query. */
  set(query: JournalQuery): void;
  boots(boots: readonly { readonly id: string; readonly title: string }[]): void;
}

export interface Listener {
  onQuery(query: JournalQuery): void;
  onFilter(): void;
}

export function queryBar({ onQuery, onFilter }: Listener): Bar {
  const search = byId<HTMLInputElement>('search');
  const priority = byId<HTMLSelectElement>('priority');
  const range = byId<HTMLSelectElement>('range');
  const between = byId('between');
  const since = byId<HTMLInputElement>('since');
  const until = byId<HTMLInputElement>('until');
  let current: JournalQuery | undefined;

  const ask = (grep: string) =>
    onQuery({
      range: range.value,
      since: since.value.trim(),
      until: until.value.trim(),
      priority: Number(priority.value),
      grep,
    });

  byId<HTMLFormElement>('bar').addEventListener('submit', (event) => {
    event.preventDefault();
    ask(search.value);
  });
  search.addEventListener('input', () => {
    onFilter();
    // Without a text there is nothing to search for.
    if (search.value === '' && current?.grep) ask('');
  });
  priority.addEventListener('change', () => ask(current?.grep ?? ''));
  range.addEventListener('change', () => {
    between.hidden = range.value !== 'between';
    if (between.hidden) ask(current?.grep ?? '');
    else since.focus();
  });

  return {
    get filter() {
      return search.value;
    },
    set(query) {
      if (query.grep !== '' && query.grep !== current?.grep) search.value = query.grep;
      current = query;
      range.value = query.range;
      priority.value = String(query.priority);
      since.value = query.since;
      until.value = query.until;
      between.hidden = query.range !== 'between';
    },
    boots(boots) {
      if (boots.length === 0) return;
      byId('no-boots').remove();
      byId('boots').append(...boots.map(({ id, title }) => new Option(title, id)));
      if (current) range.value = current.range;
    },
  };
}
