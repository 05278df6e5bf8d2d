// Named things systemd knows: signals, system calls, capabilities and so on, per version.
import { readPage } from './manual.mjs';
import { readTable, versions } from './tables.mjs';

/** What a binary and its manual tell, as `set name value` rows. `ask` runs a program of that version. */
export function nameRows(ask, manual) {
  return [
    ...grouped('syscall', ask('systemd-analyze', 'syscall-filter', '--no-pager')),
    ...grouped('filesystem', ask('systemd-analyze', 'filesystems', '--no-pager')),
    ...listed('capability', ask('systemd-analyze', 'capability', '--no-pager')),
    ...listed('exit-status', ask('systemd-analyze', 'exit-status', '--no-pager')),
    ...specialUnits(readPage(manual, 'systemd.special', 7)),
  ];
}

/** Groups begin at the margin; their members are indented, comments begin with `#`. */
function grouped(set, text) {
  const rows = [];
  let group = '';
  for (const line of text.split('\n')) {
    const word = line.trim().split(' ')[0];
    if (line.startsWith('@')) group = word;
    else if (/^\s+[a-z0-9_@-]/.test(line) && group !== '') rows.push([set, group, word]);
    else if (/^[^\s]/.test(line)) group = '';
  }
  return rows;
}

function listed(set, text) {
  const lines = text.split('\n').slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words.length > 1)
    .map(([name, ...rest]) => [set, name, rest.join(' ')]);
}

function specialUnits(roff) {
  const synopsis = roff
    .slice(roff.indexOf('.SH "SYNOPSIS"'), roff.indexOf('.SH "DESCRIPTION"'))
    .replace(/\\([&-])/g, (_, c) => (c === '-' ? '-' : ''));
  return [...synopsis.matchAll(/[-\w@.]+\.(?:target|service|slice|scope|socket|mount)\b/g)].map(([name]) => [
    'special-unit',
    name,
    '',
  ]);
}

/**
 * One set over all versions: `name value from to`. `from` is empty when the oldest version that has the set at all
 * knows it; both are versions we asked, so the true boundary may lie between.
 */
export function mergedSet(set) {
  const seen = versions.map((version) => ({
    version,
    rows: readTable(`names-${version}.tsv`).filter(([name]) => name === set),
  }));
  const asked = seen.filter(({ rows }) => rows.length > 0);
  const merged = new Map();
  for (const { version, rows } of asked) {
    for (const [, name, value = ''] of rows) {
      const known = merged.get(`${name}\t${value}`) ?? { name, value, first: version, last: version };
      merged.set(`${name}\t${value}`, { ...known, last: version });
    }
  }
  return [...merged.values()].map(({ name, value, first, last }) => [
    name,
    value,
    first === asked[0].version ? '' : String(first),
    last === asked.at(-1).version ? '' : String(last),
  ]);
}
