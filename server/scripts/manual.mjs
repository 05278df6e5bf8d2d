// Writes server/dist/manual.bin, the manual pages the package carries, and its licence note.
//
//   node server/scripts/manual.mjs              from Debian's newest systemd packages, else from the pages installed here
//   node server/scripts/manual.mjs --refresh    fetch the packages anew
//   node server/scripts/manual.mjs --man DIR    from a folder that holds man1, man5, …
//
// Exit status 1 when there are no pages to be had; nothing is written then.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importSources } from './import-sources.mjs';
import { fetchPages } from './manual/apt.mjs';
import { licenceNote } from './manual/licence.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache/manual');
const dist = join(root, 'server/dist');

const { values } = parseArgs({ options: { man: { type: 'string' }, refresh: { type: 'boolean' } } });
const warn = (reason) => console.warn(`manual: ${reason}`);

const { collectPages, encodeBundle } = await importSources(
  `export { collectPages, encodeBundle } from './server/scripts/manual/collect.ts';`,
);
const source = find();
if (source === undefined) {
  warn('WARNING: no manual pages of systemd found; the package will show only pages installed on the user’s machine.');
  for (const file of ['manual.bin', 'MANUAL-LICENSE.txt']) rmSync(join(dist, file), { force: true });
  process.exitCode = 1;
} else {
  const bytes = await encodeBundle(source);
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'manual.bin'), bytes);
  writeFileSync(join(dist, 'MANUAL-LICENSE.txt'), licenceNote(source));
  const size = `${Math.round(bytes.length / 1024)} KiB`;
  console.log(`manual: ${source.pages.length} pages of systemd ${source.version} (${source.origin}), ${size}`);
}

function find() {
  if (values.man !== undefined) return collect(values.man, 'local pages');
  const fetched = fetchPages(cache, { warn, refresh: values.refresh });
  return (
    (fetched && collect(fetched.directory, fetched.origin)) ??
    collect('/usr/share/man', 'pages installed on the building machine', { installed: true })
  );
}

function collect(directory, origin, options = {}) {
  if (!existsSync(directory)) return undefined;
  const { version, pages } = collectPages(directory, options);
  return pages.length === 0 ? undefined : { version, origin, pages };
}
