import { readFileSync } from 'node:fs';
import * as zlib from 'node:zlib';
import type { Bundle } from '../manual/bundle.ts';
import { noPages, type PageSource } from '../manual/index.ts';
import { unpackBundle } from '../manual/unpack.ts';
import { type Environment, findInstalledPages } from './installed-pages.ts';

export interface ManualPagesOptions {
  /** Path of the bundle the package carries (`manual.bin`), or what reads it; a missing file is not an error. */
  readonly bundle?: string | (() => Uint8Array);
  /** The version of systemd that units are judged for; the newest pages there are when not given. */
  readonly targetVersion?: number;
  /** For `MANPATH` and `PATH`; this process's own by default. */
  readonly env?: Environment;
}

/**
 * The manual on this machine, to be handed to `openManual`: first the installed pages where they are of the target
 * version (or newer than the bundle when no version is asked for), else first the bundle; then the other, for what
 * the first does not know. Each page tells its own version. Nothing is read before the first question.
 */
export function manualPages(options: ManualPagesOptions = {}): PageSource[] {
  let found: readonly PageSource[] | undefined;
  const ordered = () => {
    found ??= orderSources(options);
    return found;
  };
  return [0, 1].map((rank) => ({
    get pages() {
      return ordered()[rank]!.pages;
    },
    read: (name, section) => ordered()[rank]!.read(name, section),
  }));
}

function orderSources({ bundle, targetVersion, env = process.env }: ManualPagesOptions): [PageSource, PageSource] {
  const installed = findInstalledPages(env);
  const bundled = bundle === undefined ? undefined : readBundle(bundle);
  if (bundled === undefined) return [installed, noPages];
  const version = major(installed.version());
  const fits =
    version !== undefined &&
    (targetVersion === undefined ? version > (major(bundled.version) ?? 0) : version === targetVersion);
  return fits ? [installed, bundled] : [bundled, installed];
}

/** Node unpacks zstd itself from 22.15 on. */
const native = (zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array }).zstdDecompressSync;

/** The bundle as this process reads it; undefined when the file is missing or damaged. */
export function readBundle(bundle: string | (() => Uint8Array)): Bundle | undefined {
  try {
    return unpackBundle(typeof bundle === 'string' ? readFileSync(bundle) : bundle(), native);
  } catch {
    return undefined;
  }
}

function major(version: string | undefined): number | undefined {
  const digits = /^\d+/.exec(version ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}
