// Which directive is read by which parser in which version, and which manual page documents it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facts, oldest, readTable, versions } from './tables.mjs';

/** Pages that may document a section's directives; the first that has the key wins. */
const execution = ['systemd.exec(5)', 'systemd.kill(5)', 'systemd.resource-control(5)'];
const sectionPages = {
  Unit: ['systemd.unit(5)'],
  Install: ['systemd.unit(5)'],
  Service: ['systemd.service(5)', ...execution],
  Socket: ['systemd.socket(5)', ...execution],
  Mount: ['systemd.mount(5)', ...execution],
  Swap: ['systemd.swap(5)', ...execution],
  Slice: ['systemd.slice(5)', 'systemd.resource-control(5)'],
  Scope: ['systemd.scope(5)', 'systemd.kill(5)', 'systemd.resource-control(5)'],
  Automount: ['systemd.automount(5)'],
  Timer: ['systemd.timer(5)'],
  Path: ['systemd.path(5)'],
};

/** Where a directive moved between sections, the other section's page still describes it, but not since when. */
const relatedPages = ['systemd.unit(5)', 'systemd.service(5)'];

export const directiveColumns = 'section key placeholder parser argument from to since page';

/** One row per section, key and era of its parser; see {@link directiveColumns}. */
export function directiveRows() {
  const source = readSource();
  const older = parserTable(versions[0]);
  const middle = parserTable(versions[1]);
  const rows = readTable(`parsers-${versions.at(-1)}.tsv`).flatMap(([section, key, ...now]) => {
    const before = older.get(`${section}.${key}`);
    older.delete(`${section}.${key}`);
    return eras({ section, key, before, between: middle.get(`${section}.${key}`), now }, source);
  });
  if (older.size > 0) throw new Error(`gone without an era: ${[...older.keys()].join(' ')}`);
  for (const row of rows) confirm(row, source.dumps);
  return rows;
}

/** `Section.Key` to parser and argument. The middle version's table has only what neither neighbour tells. */
function parserTable(version) {
  return new Map(readTable(`parsers-${version}.tsv`).map(([section, key, ...rest]) => [`${section}.${key}`, rest]));
}

function readSource() {
  return {
    dumps: new Map(versions.map((version) => [version, readDump(version)])),
    manuals: versions.map((version) => readTable(`manual-${version}.tsv`)).reverse(),
    changes: readTable('eras.tsv'),
    corrections: new Map(readTable('since.tsv')),
  };
}

/** `Section.Key` to placeholder, as `systemd --dump-configuration-items` prints them. */
function readDump(version) {
  const placeholders = new Map();
  let section = '';
  for (const line of readFileSync(join(facts, `dump-${version}.txt`), 'utf8').split('\n')) {
    if (line.startsWith('[')) section = line.slice(1, -1);
    else if (line !== '')
      placeholders.set(`${section}.${line.slice(0, line.indexOf('='))}`, line.slice(line.indexOf('=') + 1));
  }
  return placeholders;
}

function eras({ section, key, before, between, now }, source) {
  const { page, since } = documented(section, key, source);
  const row = ([parser, argument], from, to) => ({
    section,
    key,
    ...placeholder(section, key, source),
    parser,
    argument,
    from,
    to,
    since,
    page,
  });
  if (before === undefined && !(since > oldest)) {
    throw new Error(`${section}.${key} is not in ${oldest} but documented since "${since}"`);
  }
  const first = before ?? between ?? now;
  const from = before === undefined ? since : '';
  if (first.join() === now.join()) return [row(now, from, '')];
  const start = boundary(section, key, source);
  if (start === undefined) throw new Error(`eras.tsv does not say since when ${section}.${key} is read by ${now[0]}`);
  return [row(first, from, String(start - 1)), row(now, String(start), '')];
}

function placeholder(section, key, { dumps }) {
  const found = [...versions].reverse().map((version) => dumps.get(version).get(`${section}.${key}`));
  return { placeholder: found.find((text) => text !== undefined) ?? '' };
}

function boundary(section, key, { changes }) {
  const change = changes.find(([where, name]) => name === key && (where === '*' || where === section));
  return change === undefined ? undefined : Number(change[2]);
}

/** The newest manual that has an entry for the key in one of the section's pages. */
function documented(section, key, source) {
  const own = entryIn(sectionPages[section] ?? [], key, source);
  if (own !== undefined) return { page: own.page, since: correct(section, key, own.since, source) };
  const related = entryIn(relatedPages, key, source);
  return { page: related?.page ?? '', since: source.corrections.get(key) ?? '' };
}

function entryIn(pages, key, { manuals }) {
  for (const manual of manuals) {
    for (const page of pages) {
      const entries = manual.filter(([where, name]) => where === page && name === key);
      const since = entries.map((entry) => entry[2]).find((stated) => stated !== '') ?? '';
      if (entries.length > 0) return { page, since };
    }
  }
  return undefined;
}

function correct(section, key, stated, source) {
  const correction = source.corrections.get(key);
  if (correction === undefined) return stated;
  return /^\d+$/.test(correction) ? correction : documented(section, correction, source).since;
}

/** A row that contradicts what one of the binaries printed is a mistake in the tables. Legacy items are not printed. */
function confirm(row, dumps) {
  for (const version of versions) {
    const holds = version >= Number(row.from || 0) && version <= Number(row.to || Infinity);
    const printed = dumps.get(version).has(`${row.section}.${row.key}`);
    const legacy = row.argument === 'DISABLED_LEGACY';
    if (holds && printed === legacy) throw new Error(`systemd ${version} contradicts ${Object.values(row).join(' ')}`);
  }
}
