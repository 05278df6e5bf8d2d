import { programDirectives } from './generated/program-files.ts';
import { quadletKeys } from './generated/quadlet.ts';
import { partsOf, rowsOf } from './rows.ts';

/** The keys of [Network], which Podman and systemd-networkd both have. */
interface NetworkKeys {
  readonly podman: ReadonlySet<string>;
  readonly networkd: ReadonlySet<string>;
}

let known: NetworkKeys | undefined;

function networkKeys(): NetworkKeys {
  known ??= { podman: keysOf(quadletKeys), networkd: keysOf(partsOf(programDirectives)('network')) };
  return known;
}

const keysOf = (table: string): ReadonlySet<string> =>
  new Set(rowsOf(table).flatMap(([section, key]) => (section === 'Network' && key ? [key] : [])));

/**
 * Whether a `.network` file that has [Network] and not [Match] is Podman's: it has keys of Podman or none, and none that
 * only systemd-networkd has, which ignores such a file anyhow.
 */
export function isNetworkOfPodman(text: string): boolean {
  const { podman, networkd } = networkKeys();
  const keys = [...text.matchAll(/^[ \t]*([A-Za-z0-9]+)[ \t]*=/gm)].map(([, key = '']) => key);
  if (keys.length === 0) return /^\[Network\]/m.test(text);
  return keys.some((key) => podman.has(key)) && keys.every((key) => podman.has(key) || !networkd.has(key));
}
