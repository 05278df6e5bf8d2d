import { quadletKeys } from '../../schema/generated/quadlet.ts';
import { NEWEST_PODMAN, podmanVersion } from '../../schema/podman.ts';

/** How Podman splits and reads the values of a key. */
export type KeyType = 'string' | 'list' | 'words-list' | 'args-list' | 'args' | 'keyval' | 'boolean' | 'uint32';

/** A key of one of Quadlet's own sections. */
export interface QuadletKey {
  readonly section: string;
  readonly key: string;
  readonly type: KeyType;
  /** The option of podman it becomes, where that is one. */
  readonly option: string | undefined;
  /** The version of Podman it came with, as major * 100 + minor. */
  readonly since: number;
}

let table: ReadonlyMap<string, QuadletKey> | undefined;

const nameOf = (section: string, key: string): string => `${section}.${key}`;

function keys(): ReadonlyMap<string, QuadletKey> {
  table ??= new Map(
    quadletKeys
      .trim()
      .split('\n')
      .map((row) => {
        const [section = '', key = '', type, option, since = ''] = row.split('\t');
        const version = podmanVersion(since) ?? NEWEST_PODMAN;
        return [
          nameOf(section, key),
          { section, key, type: type as KeyType, option: option || undefined, since: version },
        ];
      }),
  );
  return table;
}

export const allQuadletKeys = (): readonly QuadletKey[] => [...keys().values()];

/** What is known of a key, whatever the version. */
export const quadletKey = (section: string, key: string): QuadletKey | undefined => keys().get(nameOf(section, key));

/** Whether a version of Podman has a key. */
export function isKnownKey(section: string, key: string, podman: number): boolean {
  const known = quadletKey(section, key);
  return known !== undefined && known.since <= podman;
}
