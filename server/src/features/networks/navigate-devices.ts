import { networksFor } from '../../dialects/networkd/networks/match.ts';
import { lineSpanOf, type NetworkFile } from '../../dialects/networkd/networks/network-file.ts';
import type { LoadedNetwork } from '../../dialects/networkd/networks/networks.ts';
import type { Span } from '../../text/span.ts';
import type { LineSpan } from '../../units/relations.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { distinctPlaces, type FilePlace, startOf } from '../navigation/unit-at.ts';
import { deviceAt, makersOf, networksAround, placeOfDevice } from './device-at.ts';

type Around = Pick<Environment, 'networks'>;

/** Where a definition lies, and what was pointed at. */
export interface DeviceTarget {
  readonly path: string;
  readonly place: LineSpan;
  readonly origin: Span;
}

/**
 * Of a device its name in the .netdev file that makes it; of that name the .network files that set the device up. Undefined
 * where no device is named.
 */
export function deviceDefinition(document: Document, offset: number, around: Around): DeviceTarget[] | undefined {
  const at = deviceAt(document, offset);
  if (!at) return undefined;
  const makers = makersOf(at.name, document, around).filter(({ file }) => file.path !== document.path);
  const places = at.how.isDefinition
    ? networksOf(at.name, document, around).map(startOfMatch)
    : makers.map(placeOfDevice);
  return places.map((place) => ({ path: place.path, place, origin: { start: at.start, end: at.end } }));
}

/** The .network files that set up a device of a .netdev file, as far as its name and kind tell. */
export function networksOf(name: string, document: Document, around: Around): readonly LoadedNetwork[] {
  const networks = networksAround(document, around);
  const [device] = networks.devicesCalled(name);
  return device ? networksFor(networks.loaded('network'), device).map(({ loaded }) => loaded) : [];
}

/** The section that tells what a file is for. */
export const startOfMatch = ({ fragment }: LoadedNetwork): FilePlace => headerOf(fragment, 'Match');

function headerOf({ judged, path }: NetworkFile, name: string): FilePlace {
  const header = judged.source.tree.sections.find((section) => section.name === name)?.header;
  return header ? { path, ...lineSpanOf(judged, header.nameSpan) } : startOf({ path });
}

/** Everything that names the device under the cursor, among the files that are read together; undefined where there is none. */
export function deviceReferences(
  document: Document,
  offset: number,
  { networks, withDeclaration }: Around & { readonly withDeclaration: boolean },
): FilePlace[] | undefined {
  const at = deviceAt(document, offset);
  if (!at) return undefined;
  const named = networksAround(document, { networks }).mentions(at.name);
  return distinctPlaces(named.filter(({ mention }) => withDeclaration || !mention.how.isDefinition).map(placeOfDevice));
}
