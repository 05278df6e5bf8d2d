import { matchOf, networksFor } from '../../dialects/networkd/networks/match.ts';
import { matchInWords } from '../../dialects/networkd/networks/match-words.ts';
import { lineSpanOf, mentionsIn } from '../../dialects/networkd/networks/network-file.ts';
import { type LoadedNetwork, lastOf, type Networks } from '../../dialects/networkd/networks/networks.ts';
import type { RelationKind } from '../../units/relation-kinds.ts';
import { startOfMatch } from '../networks/navigate-devices.ts';
import type { PictureGraph, PictureLink, PictureUnit } from './picture.ts';

/** Between a .network file and the devices it is for. */
const FOR = 'Match';

/** .network files, the devices they name, and the .netdev files that make those, to be drawn as units are. */
export function networkGraph(networks: Networks): PictureGraph & { names(): readonly string[] } {
  const known = new Map<string, PictureUnit>();
  const outgoing = new Map<string, PictureLink[]>();
  const incoming = new Map<string, PictureLink[]>();
  const add = (link: PictureLink): void => {
    outgoing.set(link.from, [...(outgoing.get(link.from) ?? []), link]);
    incoming.set(link.to, [...(incoming.get(link.to) ?? []), link]);
  };
  const files = [...networks.loaded('netdev'), ...networks.loaded('network'), ...networks.loaded('link')];
  for (const loaded of files) known.set(nodeOf(loaded.name), shown(loaded, networks));
  for (const loaded of networks.loaded('network')) for (const link of namedBy(loaded, networks)) add(link);
  for (const link of [...setUp(networks), ...setUpByName(networks)]) add(link);
  return {
    knowsMachine: true,
    kindOf,
    isNode: () => true,
    unit: (name) => known.get(name),
    outgoing: (name) => outgoing.get(name) ?? [],
    incoming: (name) => incoming.get(name) ?? [],
    names: () => [...known.keys()],
  };
}

/** Blanks stand between the names of two nodes. */
export const nodeOf = (name: string): string => name.replaceAll(' ', '\u00a0');

const kindOf = (key: string): RelationKind => (key === FOR ? 'ordering' : 'requirement');

/** More letters widen the picture. */
const WIDEST = 40;

function shown(loaded: LoadedNetwork, { devices }: Networks): PictureUnit {
  const { fragment, kind } = loaded;
  const made = devices.filter(({ file, mention }) => file.owner === loaded.name && mention.section === 'NetDev');
  const given = kind === 'link' ? lastOf([fragment, ...loaded.dropIns], 'Link', 'Name') : undefined;
  const words =
    kind === 'netdev'
      ? made.map((device) => `${device.kind ?? 'device'} ${device.name}`).join(', ')
      : given !== undefined
        ? `names ${given}`
        : `for ${matchInWords(matchOf(loaded), (word) => word)}`;
  const detail = words.length > WIDEST ? `${words.slice(0, WIDEST - 1)}…` : words;
  return { state: 'loaded', detail, fragment: { path: fragment.path, facts: { description: words } } };
}

/** The devices that a file names; one that no file makes stands by its own name. */
function namedBy({ name, fragment, dropIns }: LoadedNetwork, networks: Networks): PictureLink[] {
  return [fragment, ...dropIns].flatMap((file) =>
    mentionsIn(file.judged).flatMap((mention): PictureLink[] => {
      const { how, key } = mention;
      const [device] = networks.devicesCalled(mention.name);
      if (how.isMatch || (!device && !how.kinds)) return [];
      const to = nodeOf(device?.file.owner ?? mention.name);
      return [{ from: nodeOf(name), to, key, file, at: lineSpanOf(file.judged, mention) }];
    }),
  );
}

/** From each .network file to the devices that it sets up, as far as their names and kinds tell. */
const setUp = (networks: Networks): PictureLink[] =>
  networks.devices.flatMap((device) =>
    networksFor(networks.loaded('network'), device).map(({ loaded }) => ({
      from: nodeOf(loaded.name),
      to: nodeOf(device.file.owner),
      key: FOR,
      file: loaded.fragment,
      at: startOfMatch(loaded),
    })),
  );

/** From each .network file to the .link file that gives an interface the very name it is for. */
const setUpByName = (networks: Networks): PictureLink[] =>
  networks.loaded('link').flatMap((link) => {
    const given = lastOf([link.fragment, ...link.dropIns], 'Link', 'Name');
    const meant = given === undefined ? [] : networks.mentions(given).filter(({ mention }) => mention.how.isMatch);
    return meant.map(({ file, mention }) => ({
      from: nodeOf(file.owner),
      to: nodeOf(link.name),
      key: FOR,
      file,
      at: lineSpanOf(file.judged, mention),
    }));
  });
