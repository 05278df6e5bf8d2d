// Which system call names systemd takes. That is libseccomp's word: it knows fewer than systemd's groups mention, and
// others besides. So every name in either is put into one unit, a line each, and systemd says which it does not know.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `ask` runs a program of the systemd below `root`; `mentioned` are the names its groups list. */
export function acceptedSystemCalls(root, ask, mentioned) {
  const names = [...new Set([...mentioned, ...libraryNames(root)])].sort();
  const directory = mkdtempSync(join(root, '/tmp/facts-'));
  try {
    const lines = ['[Service]', 'ExecStart=/bin/true', ...names.map((name) => `SystemCallFilter=${name}`)];
    writeFileSync(join(directory, 'names.service'), `${lines.join('\n')}\n`);
    const path = join(directory, 'names.service').slice(root.length);
    const said = ask('env', 'SYSTEMD_LOG_LEVEL=info', 'systemd-analyze', 'verify', '--man=no', '--generators=no', path);
    const refused = new Set(
      [...said.matchAll(/\.service:(\d+): .*system call/gi)].map((match) => lines[Number(match[1]) - 1]),
    );
    if (refused.size === 0) throw new Error('systemd took every name: its messages have changed');
    return names.filter((name) => !refused.has(`SystemCallFilter=${name}`));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Everything in the library that looks like a name; what is none, systemd refuses. */
function libraryNames(root) {
  const libraries = join(root, '/usr/lib');
  for (const directory of readdirSync(libraries)) {
    const path = join(libraries, directory, 'libseccomp.so.2');
    const bytes = read(path);
    if (bytes !== undefined) return bytes.toString('latin1').match(/(?<=\0)[a-z_][a-z0-9_]{2,40}(?=\0)/g) ?? [];
  }
  return [];
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
