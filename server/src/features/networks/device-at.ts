import {
  type DeviceMention,
  lineSpanOf,
  mentionsIn,
  type NetworkFile,
} from '../../dialects/networkd/networks/network-file.ts';
import { type Networks, networksAmong } from '../../dialects/networkd/networks/networks.ts';
import { networkPlace } from '../../dialects/networkd/networks/places.ts';
import { memoize } from '../../text/memoize.ts';
import type { Document } from '../document.ts';
import type { Environment, TextsAmong } from '../environment.ts';
import type { FilePlace } from '../navigation/unit-at.ts';

/** The device that is named under the cursor. */
export function deviceAt({ judged }: Document, offset: number): DeviceMention | undefined {
  if (judged?.source.identity.dialect !== 'networkd') return undefined;
  return mentionsIn(judged).find(({ start, end }) => start <= offset && offset <= end);
}

/** A name as it stands in a file. */
export interface NamedDevice {
  readonly file: NetworkFile;
  readonly mention: DeviceMention;
}

export const placeOfDevice = ({ file, mention }: NamedDevice): FilePlace => ({
  path: file.path,
  ...lineSpanOf(file.judged, mention),
});

/** The networks that are read with a document; those of the document alone where nobody looks for others. */
export function networksAround(document: Document, { networks }: Pick<Environment, 'networks'>): Networks {
  const isAmong = networks?.among?.files.some(({ path }) => path === document.path);
  return networksAmong(isAmong ? networks!.among! : alone(document), document.version);
}

const alone = memoize((document: Document) => ({ files: [document], areAll: false }));

/** Every folder's networks: where a folder lacks a device, another of the workspace may have it. */
export function otherNetworks({ networks }: Pick<Environment, 'networks'>, version: number): readonly Networks[] {
  if (!networks) return [];
  return [...byFolder(networks)].map((files) => networksAmong({ files, areAll: false }, version));
}

function byFolder(networks: TextsAmong) {
  const folders = new Map<string, { readonly path: string; readonly text: string }[]>();
  for (const file of networks.all()) {
    const { folder = '' } = networkPlace(file.path) ?? {};
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders.values();
}

/** Where the devices of a name get it: from .netdev files, else from .link files; of the own folder, else of others. */
export function makersOf(name: string, document: Document, environment: Pick<Environment, 'networks'>): NamedDevice[] {
  const own = makersAmong(networksAround(document, environment), name);
  if (own.length > 0) return own;
  return otherNetworks(environment, document.version).flatMap((networks) => makersAmong(networks, name));
}

export function makersAmong(networks: Networks, name: string): NamedDevice[] {
  const devices = networks.devicesCalled(name);
  if (devices.length > 0) return [...devices];
  return networks.mentions(name).filter(({ mention }) => mention.how.isDefinition);
}
