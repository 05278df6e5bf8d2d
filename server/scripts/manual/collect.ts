import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage } from '../../src/manual/page.ts';
import { readHeader, redirection } from '../../src/manual/roff/header.ts';
import { minify } from './minify.ts';

export interface CollectedPage {
  readonly name: string;
  readonly section: string;
  readonly description: string;
  readonly text: string;
  readonly aliases: { readonly name: string; readonly section: string }[];
}

/** Mere lists of links, and the D-Bus interfaces: nothing a unit file speaks of, and a fifth of the whole. */
const leftOut = /^(?:systemd\.(?:directives|index)|org\.freedesktop\..*)$/;

/** systemd's pages below a `man` folder, each once; further names of a page become its aliases. */
export function collectPages(directory: string): { version: string; pages: CollectedPage[] } {
  const pages = new Map<string, CollectedPage>();
  const redirected: { name: string; section: string; to: string }[] = [];
  const versions = new Map<string, number>();
  for (const { name, section, path } of pageFiles(directory)) {
    const file = pageFile(realpathSync(path));
    if (file === undefined || leftOut.test(file.name)) continue;
    const key = `${file.name}(${file.section})`;
    const known = pages.get(key);
    if (known !== undefined) {
      if (file.name !== name) known.aliases.push({ name, section });
      continue;
    }
    const source = readRoff(path);
    const target = redirection(source);
    if (target !== undefined) redirected.push({ name, section, to: `${target.name}(${target.section})` });
    else if (/^systemd \d/.test(readHeader(source).origin)) {
      const { description, version } = readPage(source);
      versions.set(version, (versions.get(version) ?? 0) + 1);
      const aliases = file.name === name ? [] : [{ name, section }];
      pages.set(key, { ...file, description, text: minify(source), aliases });
    }
  }
  for (const { name, section, to } of redirected) pages.get(to)?.aliases.push({ name, section });
  const version = [...versions].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return { version, pages: [...pages.values()].sort((a, b) => (a.section + a.name < b.section + b.name ? -1 : 1)) };
}

function pageFiles(directory: string) {
  return ['man1', 'man5', 'man7', 'man8'].flatMap((folder) => {
    const path = join(directory, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path).flatMap((file) => {
      const page = pageFile(file);
      return page === undefined || !existsSync(join(path, file)) ? [] : [{ ...page, path: join(path, file) }];
    });
  });
}

function pageFile(path: string): { name: string; section: string } | undefined {
  const match = /([^/]+)\.([1-9][a-z]*)(?:\.(?:gz|xz|zst))?$/.exec(path);
  return match === null ? undefined : { name: match[1], section: match[2] };
}

export function readRoff(path: string): string {
  if (path.endsWith('.gz')) return gunzipSync(readFileSync(path)).toString('utf8');
  if (path.endsWith('.xz')) return execFileSync('xz', ['-dc', path], { encoding: 'utf8' });
  if (path.endsWith('.zst')) return execFileSync('zstd', ['-dcq', path], { encoding: 'utf8' });
  return readFileSync(path, 'utf8');
}
