import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Bundle, openBundle } from '../manual/bundle.ts';
import type { PageInfo, PageSource } from '../manual/index.ts';
import { type Environment, findInstalledPages } from './installed-pages.ts';

export interface ManualPagesOptions {
  /** Path of the bundle the package carries (`manual.bin`); a missing file is no error. */
  readonly bundle?: string;
  /** The version of systemd that units are judged for; the newest pages there are when not given. */
  readonly targetVersion?: number;
  /** For `MANPATH` and `PATH`; this process's own by default. */
  readonly env?: Environment;
}

/**
 * The manual on this machine: the installed pages where they are of the target version (or newer than the bundle when
 * no version is asked for), else the bundle. A page the preferred side lacks comes from the other; each page tells its
 * own version. Nothing is read here but the bundle's index and the names in the manual folders, and that only when
 * first asked for.
 */
export function manualPages(options: ManualPagesOptions = {}): PageSource {
  let opened: PageSource | undefined;
  const open = () => {
    opened ??= openPages(options);
    return opened;
  };
  return {
    get pages() {
      return open().pages;
    },
    read: (page) => open().read(page),
  };
}

function openPages({ bundle, targetVersion, env = process.env }: ManualPagesOptions): PageSource {
  const bundled = bundle === undefined ? undefined : readBundle(bundle);
  const installed = findInstalledPages(env);
  if (bundled === undefined) return installed;
  const version = major(installed.version());
  const preferInstalled =
    version !== undefined &&
    (targetVersion === undefined ? version > (major(bundled.version) ?? 0) : version === targetVersion);
  return preferInstalled ? merge(installed, bundled) : merge(bundled, installed);
}

/** The bundle as this process reads it; undefined when the file is missing or damaged. */
export function readBundle(path: string): Bundle | undefined {
  try {
    return openBundle(inflateRawSync(readFileSync(path)));
  } catch {
    return undefined;
  }
}

function major(version: string | undefined): number | undefined {
  const digits = /^\d+/.exec(version ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** All pages of both; one that both have is read from the first, or from the second when the first fails. */
function merge(first: PageSource, second: PageSource): PageSource {
  const others = new Map(second.pages.map((page) => [key(page), page]));
  const readers = new Map<PageInfo, () => string | undefined>();
  for (const page of first.pages) {
    const other = others.get(key(page));
    others.delete(key(page));
    const description = page.description ?? other?.description;
    readers.set({ ...page, description }, () => first.read(page) ?? (other && second.read(other)));
  }
  for (const page of others.values()) readers.set(page, () => second.read(page));
  return { pages: [...readers.keys()], read: (page) => readers.get(page)?.() };
}

function key(page: PageInfo): string {
  return `${page.name}(${page.section})`;
}
