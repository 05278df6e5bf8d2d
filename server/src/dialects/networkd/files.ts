import type { Schema } from '../../engine/schema.ts';
import type { FileIdentity } from '../../schema/file-identity.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import { type FileKind, type ProgramFiles, programDialect, programSchema } from '../program-files.ts';
import { COMMON_SECTIONS, kindMade } from './device-kinds.ts';
import { LISTED, purposes } from './sections.ts';
import { networkValueTypeOf } from './values/index.ts';

/** /etc, /run, /usr/local/lib and /usr/lib have one each. */
const folder = /\/systemd\/network$/;

/** Files called .network outside of that folder are Podman's, or are told by their sections; the order decides between suffixes that end alike; systemd.network(5), systemd.netdev(5), systemd.link(5). */
export const networkKinds: readonly FileKind[] = [
  { kind: 'network', called: 'A .network file', suffix: '.network', folder, sign: 'Match' },
  { kind: 'netdev', called: 'A .netdev file', suffix: '.netdev' },
  { kind: 'link', called: 'A .link file', suffix: '.link', folder, globs: ['**/systemd/network'], sign: 'Link' },
];

export const networkFiles: ProgramFiles = {
  dialect: 'networkd',
  kinds: networkKinds,
  valueTypeOf: networkValueTypeOf,
  purposes,
  listed: LISTED,
};

export const networkSchema: Schema = {
  ...programSchema(networkFiles),
  sectionsIn({ identity, tree }, version) {
    const kind = identity.kind === 'netdev' ? kindMade(tree, version) : undefined;
    return kind && [...COMMON_SECTIONS, ...kind.sections];
  },
};

const reader = programDialect(networkFiles, networkSchema);

/** Whether a file is one of networkd or udev, by its path, else by its sections. */
export const identifyNetwork = (path: string, { sections }: Pick<UnitFile, 'sections'>): FileIdentity | undefined =>
  reader.identify(path) ??
  reader.identifyBySections?.(
    path,
    sections.map(({ name }) => name),
  );
