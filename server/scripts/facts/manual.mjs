// Which manual page documents a directive, and since when: from the roff of systemd's own pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Pages that document directives of unit files and of the daemons' configuration. */
export const pages = [
  'systemd.unit',
  'systemd.service',
  'systemd.socket',
  'systemd.timer',
  'systemd.path',
  'systemd.mount',
  'systemd.automount',
  'systemd.swap',
  'systemd.slice',
  'systemd.scope',
  'systemd.exec',
  'systemd.kill',
  'systemd.resource-control',
  'systemd-system.conf',
  'journald.conf',
  'logind.conf',
  'resolved.conf',
  'timesyncd.conf',
  'networkd.conf',
  'oomd.conf',
  'coredump.conf',
  'systemd-sleep.conf',
  'pstore.conf',
  'homed.conf',
  'udev.conf',
  'journal-remote.conf',
  'journal-upload.conf',
];

export function readPage(directory, page, section = 5) {
  return gunzipSync(readFileSync(join(directory, `man${section}`, `${page}.${section}.gz`))).toString('utf8');
}

/** `page key since` for every directive that has an entry in one of the pages; `since` is empty when the page is silent. */
export function manualRows(directory) {
  const rows = [];
  for (const page of pages) {
    for (const { keys, since } of entries(readPage(directory, page))) {
      for (const key of keys) rows.push([`${page}(5)`, key, since]);
    }
  }
  return rows;
}

const term = /\\fI([A-Za-z][A-Za-z0-9_\\]+)=/g;

/**
 * Entries of the variable lists: a paragraph of terms, then an indented body. Only what the body says at its own
 * depth counts; "Added in version" deeper down speaks of a single value.
 */
function entries(roff) {
  const lines = roff.split('\n');
  const found = [];
  for (let index = 0; index + 2 < lines.length; index++) {
    if (lines[index] !== '.PP' || !lines[index + 1].startsWith('\\fI') || lines[index + 2] !== '.RS 4') continue;
    const keys = [...lines[index + 1].matchAll(term)].map((match) => match[1].replaceAll('\\', ''));
    if (keys.length === 0) continue;
    found.push({ keys, since: sinceOf(lines, index + 3) });
  }
  return found;
}

function sinceOf(lines, start) {
  const versions = [];
  for (let index = start, depth = 1; index < lines.length && depth > 0; index++) {
    if (lines[index].startsWith('.RS')) depth++;
    else if (lines[index].startsWith('.RE')) depth--;
    const match = /^Added in version (\d+)\\&\./.exec(lines[index]);
    if (match && depth === 1) versions.push(match[1]);
  }
  return versions.join(',');
}
