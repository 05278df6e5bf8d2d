import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { distinctPlaces, type FilePlace } from '../navigation/unit-at.ts';
import { networksAround, placeOfDevice } from './device-at.ts';
import { networksOf, startOfMatch } from './navigate-devices.ts';
import { networkOrder, orderInShort, placesInOrder } from './network-order.ts';

interface NetworkLens {
  readonly title: string;
  readonly places: readonly FilePlace[];
}

/** Above a .network or .link file its place among the others; above a .netdev file who sets its device up, and who names it. */
export function networkLenses(document: Document, around: Pick<Environment, 'networks'>): NetworkLens[] {
  const order = networkOrder(document, around);
  if (order) return [{ title: orderInShort(order), places: placesInOrder(order) }];
  const networks = networksAround(document, around);
  return networks.devices
    .filter(({ file, mention }) => file.path === document.path && mention.section === 'NetDev')
    .flatMap((device): NetworkLens[] => {
      const setUp = networksOf(device.name, document, around);
      const uses = networks.mentions(device.name).filter(({ mention: { how } }) => !how.isDefinition && !how.isMatch);
      const naming = distinctPlaces(uses.map(placeOfDevice));
      const by =
        setUp.length === 0 ? 'Set up by no .network file' : `Set up by ${setUp.map(({ name }) => name).join(' or ')}`;
      return [
        { title: by, places: setUp.map(startOfMatch) },
        ...(naming.length > 0
          ? [{ title: `${naming.length} reference${naming.length === 1 ? '' : 's'}`, places: naming }]
          : []),
      ];
    });
}
