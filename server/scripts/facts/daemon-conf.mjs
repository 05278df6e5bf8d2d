// What the daemons read in their own configuration (journald.conf, …): parser by release, and where the manual documents it.
import { moduleText, readTable, versions } from './tables.mjs';

/** The page of a file, where it is not called after it. */
const pages = { 'system.conf': 'systemd-system.conf(5)', 'sleep.conf': 'systemd-sleep.conf(5)' };

const columns = 'file section key placeholder parser argument from to since page';

export function daemonConfModule() {
  const manuals = versions.map((version) => readTable(`manual-${version}.tsv`)).reverse();
  const rows = readTable('daemon-conf.tsv').map(([file, section, key, parser, argument, from, to]) => {
    const page = pages[file] ?? `${file}(5)`;
    const { since, isDocumented } = documented(page, key, manuals);
    return [file, section, key, '', parser, argument, from, to, since, isDocumented ? page : ''];
  });
  const inOrder = rows.map((row, index) => ({ row, place: placeOf(row, manuals[0]), index }));
  inOrder.sort((a, b) => a.place - b.place || a.index - b.index);
  return moduleText({
    from: `server/facts/daemon-conf.tsv, confirmed by the daemons of systemd ${versions.join(', ')} (test/oracle/daemons), and the manual pages`,
    constants: [
      {
        name: 'daemonDirectives',
        doc: `Tab-separated: ${columns}. \`from\` and \`to\` are inclusive versions.`,
        rows: inOrder.map(({ row }) => row),
      },
      {
        name: 'daemonRenames',
        doc: 'Tab-separated: section key replacement.',
        rows: readTable('daemon-renames.tsv'),
      },
    ],
  });
}

/** Since when: what the newest manual that has the key says, if it says one thing of it in all sections. */
function documented(page, key, manuals) {
  for (const manual of manuals) {
    const entries = manual.filter(([where, name]) => where === page && name === key);
    const stated = new Set(entries.map(([, , since]) => since).filter((since) => since !== ''));
    if (entries.length > 0) return { since: stated.size === 1 ? [...stated][0] : '', isDocumented: true };
  }
  return { since: '', isDocumented: false };
}

/** Where the newest manual has the key: what is documented comes in that order, and what is not behind it. */
function placeOf([, , key, , , , , , , page], manual) {
  const place = manual.findIndex(([where, name]) => where === page && name === key);
  return place < 0 ? manual.length : place;
}
