import { quadletKeys } from '../../schema/generated/quadlet.ts';

/** How Podman splits and reads the values of a key. */
export type KeyType = 'string' | 'list' | 'words-list' | 'args-list' | 'args' | 'keyval' | 'boolean' | 'uint32';

/** A key of one of Quadlet's own sections. */
export interface QuadletKey {
  readonly section: string;
  readonly key: string;
  readonly type: KeyType;
  /** The option of podman it becomes, where that is one. */
  readonly option: string | undefined;
  /** The version of Podman it came with, as `5.4`. */
  readonly since: string;
}

/** Newest version of Podman whose Quadlet was asked, as major * 100 + minor. */
export const NEWEST_PODMAN = 508;
/** The oldest; its Quadlet differs from those before it. */
export const OLDEST_PODMAN = 504;

let table: ReadonlyMap<string, QuadletKey> | undefined;

const nameOf = (section: string, key: string): string => `${section}.${key}`;

function keys(): ReadonlyMap<string, QuadletKey> {
  table ??= new Map(
    quadletKeys
      .trim()
      .split('\n')
      .map((row) => {
        const [section = '', key = '', type, option, since = ''] = row.split('\t');
        return [nameOf(section, key), { section, key, type: type as KeyType, option: option || undefined, since }];
      }),
  );
  return table;
}

export const allQuadletKeys = (): readonly QuadletKey[] => [...keys().values()];

/** What is known of a key, whatever the version. */
export const quadletKey = (section: string, key: string): QuadletKey | undefined => keys().get(nameOf(section, key));

/** `5.4` as 504. */
export function podmanVersion(text: string): number {
  const [major = '0', minor = '0'] = text.split('.');
  return Number(major) * 100 + Number(minor);
}

export const podmanName = (version: number): string => `${Math.floor(version / 100)}.${version % 100}`;

/** Whether a version of Podman has a key. */
export function isKnownKey(section: string, key: string, podman: number): boolean {
  const known = quadletKey(section, key);
  return known !== undefined && podmanVersion(known.since) <= podman;
}
