import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deadLinks, searchedPages } from '../../docs/site/check-links.mjs';
import { ADDRESS, picturesOf, sidebar, sitePages } from '../../docs/site/pages.mjs';
import { loadTables, repository } from '../../docs/site/tables.mjs';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

describe('the pages of the site', () => {
  let tables: Awaited<ReturnType<typeof loadTables>>;
  let pages: Map<string, string>;
  beforeAll(async () => {
    tables = await loadTables();
    const list = (folder: string) => readdirSync(join(repository, folder));
    pages = sitePages({ read, list, manifest: readManifest(repository), tables });
  });
  const page = (path: string): string => pages.get(path) ?? '';

  test('have one for every rule, and a list of them', () => {
    expect(tables.rules.length).toBeGreaterThan(90);
    for (const { id } of tables.rules) {
      expect(page(`rules/${id}.md`)).toContain(`# ${id}\n`);
      expect(page('rules/index.md')).toContain(`](/rules/${id}.md)`);
    }
  });

  test('have every setting, with what it does', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const settings = Object.keys(contributes.configuration.properties);
    const headings = page('settings.md').match(/^## systemdUnits\.[\w.]+/gm) ?? [];
    expect(headings.map((heading) => heading.slice('## '.length))).toEqual(settings);
    expect(page('settings.md')).not.toMatch(/%settings|undefined/);
  });

  test('have every command of VS Code, by its title', () => {
    const { contributes } = JSON.parse(read('package.json'));
    for (const { command } of contributes.commands) expect(page('commands.md')).toContain(`| \`${command}\` |`);
    expect(page('commands.md')).not.toMatch(/%commands|undefined/);
  });

  test('have every command of the command line with every option', () => {
    expect(tables.commands.length).toBeGreaterThan(10);
    for (const { name, help } of tables.commands) {
      expect(page('command-line.md')).toContain(`## ${name}\n`);
      for (const option of Object.keys(help.options)) expect(page('command-line.md')).toContain(`--${option}`);
    }
  });

  test('have every kind of file', () => {
    for (const kind of tables.unitKinds) expect(page('files.md')).toContain(`\`.${kind}\``);
    for (const { id } of tables.lineDialects) expect(page('files.md')).toContain(`| ${id} |`);
  });

  test('lead to pages, pictures and files that are there', () => {
    const homes = new RegExp(`^${ADDRESS}/blob/HEAD/([^#]+)`);
    let followed = 0;
    for (const [path, text] of pages) {
      const prose = text.replace(/^( *)```[\s\S]*?^\1```$|`[^`\n]+`/gm, '');
      for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        const [, file] = homes.exec(target) ?? [];
        const [own = ''] = target.split('#');
        followed++;
        if (file !== undefined)
          expect([path, target, existsSync(join(repository, file))]).toEqual([path, target, true]);
        else if (own.startsWith('/images/')) expect(existsSync(join(repository, 'docs', own))).toBe(true);
        else if (!/^(https?:|$)/.test(own))
          expect([path, target, pages.has(own.slice(1))]).toEqual([path, target, true]);
      }
    }
    expect(followed).toBeGreaterThan(150);
    expect(picturesOf(page('index.md')).length).toBeGreaterThan(4);
  });

  test('are all in the list at the side, or in that of the rules', () => {
    const listed = sidebar.flatMap(({ items }) => items.map(({ link }) => link.replace(/\/$/, '/index').slice(1)));
    const rest = [...pages.keys()].filter((path) => !listed.includes(path.replace(/\.md$/, '')));
    expect(rest.filter((path) => !path.startsWith('rules/'))).toEqual([]);
    expect(listed.filter((link) => !pages.has(`${link}.md`))).toEqual([]);
  });
});

describe('links of what was rendered', () => {
  const rendered = (files: Readonly<Record<string, string>>): string => {
    const dist = mkdtempSync(join(tmpdir(), 'systemd-units-site-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dist, path)), { recursive: true });
      writeFileSync(join(dist, path), text);
    }
    return dist;
  };
  const dead = (links: string, base?: string): string[] => {
    const dist = rendered({
      'index.html': links,
      'a/index.html': '<h2 id="there">x</h2>',
      'b.html': '',
      'assets/x.js': '',
    });
    const found = deadLinks(dist, base).map(({ link }) => link);
    rmSync(dist, { recursive: true });
    return found;
  };

  test.each([
    ['<a href="/b">', []],
    ['<a href="/b.html">', []],
    ['<a href="b.html">', []],
    ['<a href="/a/#there">', []],
    ['<a href="/a/#gone">', ['/a/#gone']],
    ['<a href="#gone">', ['#gone']],
    ['<a href="/c.html">', ['/c.html']],
    ['<script src="/assets/x.js">', []],
    ['<img src="/images/x.png">', ['/images/x.png']],
    ['<a href="https://example.org/c">', []],
  ])('%s', (links, expected) => expect(dead(links)).toEqual(expected));

  test('are found below another base', () => {
    expect(dead('<a href="/units/b.html"><a href="/units/c.html">', '/units/')).toEqual(['/units/c.html']);
  });

  test('and the search names the pages it knows', () => {
    const index = '{"documentIds":{"0":"/a/#there","1":"/b.html","2":"/b.html#x"}}';
    const dist = rendered({ 'assets/chunks/@localSearchIndexroot.x.js': index });
    expect([...searchedPages(dist)].sort()).toEqual(['/a/', '/b']);
    rmSync(dist, { recursive: true });
  });
});
