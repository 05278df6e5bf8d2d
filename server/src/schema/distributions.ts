import { distributions as table } from './generated/distributions.ts';
import { rowsOf } from './rows.ts';

/** A release of a distribution, and the systemd it comes with. */
export interface Distribution {
  /** As one writes it: `debian12`, `ubuntu22.04`. */
  readonly id: string;
  /** As one reads it: `Debian 12`. */
  readonly name: string;
  /** Other names: `bookworm`. */
  readonly aliases: readonly string[];
  /** Undefined where it rolls on with the newest. */
  readonly systemd: number | undefined;
  /** Undefined where the table does not say. */
  readonly podman: string | undefined;
  /** Where the versions are from. */
  readonly source: string;
  /** The day on which the archive was asked, as `2026-11-26`; undefined where it was not. */
  readonly checked: string | undefined;
}

/** The supported releases, and some that are still about; `server/facts/distributions.tsv`. */
export const distributions: readonly Distribution[] = rowsOf(table).map(
  ([id = '', name = '', aliases = '', systemd = '', podman, source = '', checked]) => ({
    id,
    name,
    aliases: aliases === '' ? [] : aliases.split(','),
    systemd: systemd === 'rolling' ? undefined : Number(systemd),
    podman: podman || undefined,
    source,
    checked: checked || undefined,
  }),
);

/** `Debian 12`, `debian-12` and `debian12` are one. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_:-]/g, '');

const byName: ReadonlyMap<string, Distribution> = new Map(
  distributions.flatMap((each) => [each.id, each.name, ...each.aliases].map((name) => [plain(name), each] as const)),
);

/** Every name a release is found by, as one writes it. */
export const distributionNames: readonly string[] = distributions.flatMap(({ id, aliases }) => [id, ...aliases]);

/**
 * The releases that a word names: `debian12`; `rhel9.4`, whose point releases keep their systemd; all of `debian`.
 * None for a word that is not the name of a distribution.
 */
export function distributionsNamed(word: string): readonly Distribution[] {
  const wanted = plain(word);
  const found = byName.get(wanted) ?? byName.get(wanted.replace(/\.\d+$/, ''));
  if (found) return [found];
  return /^[a-z]+$/.test(wanted) ? distributions.filter(({ id }) => plain(id).split(/\d/, 1)[0] === wanted) : [];
}
