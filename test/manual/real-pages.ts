import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPages } from '../../server/scripts/manual/files.ts';
import { type PageSource, sectionOrder } from '../../server/src/manual/index.ts';
import { systemdName } from '../../server/src/node/installed-pages.ts';

export interface RealPage {
  /** `systemd.exec(5)` */
  readonly title: string;
  readonly roff: string;
}

const machine = '/usr/share/man';
const oracle = (version: number) =>
  join(process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units', `man/${version}`);

/** Folders that may hold systemd's pages: what the build fetched, the oracle's versions, this machine's own. */
const places = [['.cache/manual/sid/man', oracle(262)], [oracle(257)], [oracle(252), machine]];

/** One for each version there is, the newest first. */
export const folders = places.flatMap((same) => same.filter(holdsUnits).slice(0, 1));

export const newest = folders[0];

export const skipReason = 'skipped: no manual pages of systemd here; npm run build fetches them';

function holdsUnits(folder: string): boolean {
  return ['', '.gz', '.xz', '.zst'].some((packing) => existsSync(join(folder, `man5/systemd.unit.5${packing}`)));
}

/** Every page of systemd below a folder, lists of links and D-Bus interfaces included. */
export function realPages(folder: string): RealPage[] {
  return readPages(folder, folder === machine ? systemdName : undefined).map(({ name, section, roff }) => ({
    title: `${name}(${section})`,
    roff,
  }));
}

export function sourceOf(pages: readonly RealPage[]): PageSource {
  const byTitle = new Map(pages.map((page) => [page.title, page.roff]));
  return {
    pages: [],
    read: (name, section) =>
      (section === undefined ? sectionOrder : [section])
        .map((candidate) => byTitle.get(`${name}(${candidate})`))
        .find((roff) => roff !== undefined),
  };
}
