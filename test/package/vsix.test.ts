import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readZip, writeZip } from '../../client/scripts/zip.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const { name, version, icon } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const vsix = join(repository, `${name}-${version}.vsix`);

/** Everything that may be in the package. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.md)$/,
  /^extension\/client\/dist\/\w+\.(js|css)$/,
  /^extension\/server\/dist\/(cli\.cjs|main\.js|manual\.bin|MANUAL-LICENSE\.txt)$/,
  /^extension\/(syntaxes|schemas)\/[\w.-]+\.json$/,
  /^extension\/docs\/(images\/(icon\.png|unit-\w+\.svg)|walkthrough\/[\w-]+\.md)$/,
  /^extension\/examples\//,
  // Translations; what they are made from is for translators only.
  /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/,
];

/** Scripts and styles of pages, by the sources they are built from. */
const pageFiles = readdirSync(join(repository, 'client/src/pages'), { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [`${entry.name}.css`, `${entry.name}.js`] : []))
  .map((file) => `client/dist/${file}`);

test('no page is left out of the package', () => {
  const kept = readFileSync(join(repository, '.vscodeignore'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? line.slice(1).replaceAll('.', '\\.').replaceAll('*', '[^/]*') : []));
  expect(pageFiles.length).toBeGreaterThan(0);
  expect(pageFiles.filter((path) => !kept.some((pattern) => new RegExp(`^${pattern}$`).test(path)))).toEqual([]);
});

test('a zip is the same whenever and in whatever order it is made', () => {
  const files = new Map([
    ['b/ä.txt', Buffer.from('text '.repeat(100))],
    ['a', Buffer.alloc(0)],
  ]);
  const bytes = writeZip(files);
  expect(writeZip(new Map([...files].reverse())).equals(bytes)).toBe(true);
  expect([...readZip(bytes)]).toEqual([...files].sort());
});

describe.skipIf(!existsSync(vsix))('the packaged extension (skipped before npm run package)', () => {
  const bytes = existsSync(vsix) ? readFileSync(vsix) : Buffer.alloc(0);
  const files = existsSync(vsix) ? readZip(bytes) : new Map<string, Buffer>();

  test('holds what is allowed, and what the manifest needs', () => {
    const names = [...files.keys()];
    expect(names.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)))).toEqual([]);
    const manifest = JSON.parse(files.get('extension/package.json')!.toString());
    for (const path of [
      manifest.main,
      manifest.browser,
      manifest.icon,
      manifest.bin['systemd-units'],
      icon,
      ...pageFiles,
    ]) {
      expect(names).toContain(join('extension', path));
    }
  });

  test('is under 2 MB with the whole manual, and carries no source maps', () => {
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(files.get('extension/server/dist/manual.bin')!.length).toBeGreaterThan(500_000);
    for (const [path, content] of files) {
      if (path.endsWith('.js')) expect(content.includes('sourceMappingURL'), path).toBe(false);
    }
  });

  test('leads from its page to pictures and texts that are in the repository', () => {
    const { repository: home } = JSON.parse(files.get('extension/package.json')!.toString());
    const base = home.url.replace(/\.git$/, '');
    const page = files.get('extension/readme.md')!.toString();
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
    const below = targets.flatMap((target) => target.split(new RegExp(`^${base}/(?:raw|blob)/HEAD/`))[1] ?? []);
    expect(targets.filter((target) => !/^(https:|#)/.test(target))).toEqual([]);
    expect(below.filter((path) => path.endsWith('.png')).length).toBeGreaterThan(4);
    expect(below.filter((path) => !existsSync(join(repository, path.replace(/#.*/, ''))))).toEqual([]);
  });

  test('was made by our own zip writer', () => expect(writeZip(files).equals(bytes)).toBe(true));
});

test('notices name what the last build bundled', () => {
  const listed = join(repository, '.cache', 'bundled-packages.json');
  const notices = readFileSync(join(repository, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  const names: string[] = existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : ['vscode-languageserver'];
  for (const bundled of names) expect(notices).toContain(`## ${bundled} `);
});
