// Builds the documentation site: npm run site. Its packages are installed here when they are missing; pages are made of what is
// in the repository, rendered by VitePress into docs/site/dist, and every link of the result is followed.
// SITE_BASE=/systemd-units/ is for a site that is not at the root of its host; --serve shows it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';
import { deadLinks, searchedPages } from './check-links.mjs';
import { picturesOf, sitePages } from './pages.mjs';
import { loadTables, repository } from './tables.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const base = process.env.SITE_BASE ?? '/';
/** As the index of the search names a page. */
const addressOf = (path) => `${base}${path.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1')}`;
const run = (file, ...args) => execFileSync(file, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });

installPackages();
const pages = sitePages({
  read: (path) => readFileSync(join(repository, path), 'utf8'),
  list: (folder) => readdirSync(join(repository, folder)),
  manifest: readManifest(repository),
  tables: await loadTables(),
});
writePages();
run(process.execPath, 'node_modules/vitepress/bin/vitepress.js', 'build', '.');
check();
if (process.argv.includes('--serve')) run(process.execPath, 'node_modules/vitepress/bin/vitepress.js', 'preview', '.');

/** Unless what is installed is at least as new as the lock file. */
function installPackages() {
  const [installed, wanted] = ['node_modules/.package-lock.json', 'package-lock.json'].map((path) => join(here, path));
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
}

function writePages() {
  const folder = join(here, 'pages');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    for (const picture of picturesOf(text))
      cpSync(join(repository, 'docs', picture), join(folder, 'public', picture), { recursive: true });
  }
}

function check() {
  const dist = join(here, 'dist');
  const dead = deadLinks(dist, base);
  for (const { page, link } of dead) console.error(`${page}: ${link} leads nowhere`);
  const found = searchedPages(dist);
  const missing = [...pages.keys()].map(addressOf).filter((address) => !found.has(address));
  for (const address of missing) console.error(`${address} is not in the index of the search`);
  if (dead.length + missing.length > 0) process.exitCode = 1;
  console.log(
    `docs/site/dist: ${pages.size} pages, ${dead.length} dead links, ${found.size} pages in the index of the search`,
  );
}
