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

/**
 * One row per section, key and era of its parser; see {@link directiveColumns}. Eras that ended before the oldest release
 * that is judged are left out, and what is older than that release has no beginning.
 */
export function directiveRows() {
  const source = readSource();
  const rows = readTable('parsers.tsv')
    .filter(([, , , , , to]) => to === '' || Number(to) >= oldest)
    .map(([section, key, parser, argument, from, to]) => ({
      section,
      key,
      ...placeholder(section, key, source),
      parser,
      argument,
      from: Number(from) > oldest ? from : '',
      to,
      ...documented(section, key, source),
    }));
  confirm(rows, source.dumps);
  return rows;
}

function readSource() {
  return {
    dumps: new Map(versions.map((version) => [version, readDump(version)])),
    manuals: versions.map((version) => readTable(`manual-${version}.tsv`)).reverse(),
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

function placeholder(section, key, { dumps }) {
  const found = [...versions].reverse().map((version) => dumps.get(version).get(`${section}.${key}`));
  return { placeholder: found.find((text) => text !== undefined) ?? '' };
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

/** A table that contradicts what one of the binaries printed is a mistake in it. Legacy items are not printed. */
function confirm(rows, dumps) {
  for (const [version, dump] of dumps) {
    const holding = rows.filter(({ from, to }) => version >= Number(from || 0) && version <= Number(to || Infinity));
    const isLegacy = new Map(
      holding.map(({ section, key, argument }) => [`${section}.${key}`, argument === 'DISABLED_LEGACY']),
    );
    const wrong = [...isLegacy].filter(([name, legacy]) => dump.has(name) === legacy).map(([name]) => name);
    const missing = [...dump.keys()].filter((name) => !isLegacy.has(name));
    const faults = [...wrong, ...missing];
    if (faults.length > 0)
      throw new Error(`server/facts/parsers.tsv contradicts systemd ${version} about ${faults.join(', ')}`);
  }
}
