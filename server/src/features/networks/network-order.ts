import { hiding, isEmptyMatch, matchOf, networksFor } from '../../dialects/networkd/networks/match.ts';
import { matchInWords } from '../../dialects/networkd/networks/match-words.ts';
import { type LoadedNetwork, loadedAt, type Networks } from '../../dialects/networkd/networks/networks.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import { networksAround } from './device-at.ts';
import { startOfMatch } from './navigate-devices.ts';

/** Where a .network or .link file stands among those of its kind. */
export interface NetworkOrder {
  readonly own: LoadedNetwork;
  /** All of its kind, in the order in which they are gone through. */
  readonly all: readonly LoadedNetwork[];
  /** From 1. */
  readonly at: number;
  /** The one before it that is for everything it is for. */
  readonly hiddenBy: LoadedNetwork | undefined;
  /** Devices of .netdev files that it sets up for certain. */
  readonly devices: readonly string[];
}

/** Undefined for files of other kinds, for masked ones, and for those that others hide by their name. */
export function networkOrder(document: Document, around: Pick<Environment, 'networks'>): NetworkOrder | undefined {
  if (document.judged?.source.identity.dialect !== 'networkd') return undefined;
  const networks = networksAround(document, around);
  const own = loadedAt(networks, document.path);
  if (!own || own.kind === 'netdev') return undefined;
  const all = networks.loaded(own.kind);
  return { own, all, at: all.indexOf(own) + 1, hiddenBy: hiding(all, own), devices: devicesOf(own, all, networks) };
}

function devicesOf(own: LoadedNetwork, all: readonly LoadedNetwork[], networks: Networks): string[] {
  if (own.kind !== 'network') return [];
  const isSetUp = ({ name, kind }: Networks['devices'][number]): boolean =>
    networksFor(all, { name, kind }).every(({ loaded, isCertain }) => loaded === own && isCertain);
  return networks.devices
    .filter((device) => networksFor(all, device).length > 0 && isSetUp(device))
    .map(({ name }) => name);
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const teen = Math.floor(number / 10) % 10 === 1;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** In one line, as a lens has it. */
export function orderInShort({ own, all, at, hiddenBy }: NetworkOrder): string {
  const match = matchOf(own);
  const place = all.length === 1 ? `The only .${own.kind} file` : `${ordinal(at)} of ${all.length} .${own.kind} files`;
  if (isEmptyMatch(match)) return `${place} · for no interface`;
  if (hiddenBy) return `${place} · never used: ${hiddenBy.name} comes first`;
  return `${place} · for ${matchInWords(match, plain)}`;
}

const plain = (word: string): string => word;

/** The files of the kind, from the first to the last. */
export const placesInOrder = ({ all }: NetworkOrder): readonly FilePlace[] => all.map(startOfMatch);

/** More files than these are counted. */
const MOST_FILES = 12;

/** The whole order as Markdown, the own file in bold. */
export function orderMarkdown(order: NetworkOrder): string {
  const { own, all, at, hiddenBy, devices } = order;
  const kind = `\`.${own.kind}\``;
  const head =
    all.length === 1
      ? `This is the only ${kind} file here.`
      : `This file is the ${ordinal(at)} of ${all.length} ${kind} files that are gone through for each interface; the first that fits is used, and no other.`;
  const match = matchOf(own);
  const what = isEmptyMatch(match)
    ? 'It is for no interface: there is no setting in [Match].'
    : `It is for ${matchInWords(match)}${earlier(order)}.`;
  const fate = hiddenBy
    ? `It is never used: ${codeSpan(hiddenBy.name)} comes first, and is for ${matchInWords(matchOf(hiddenBy))}.`
    : '';
  const set = devices.length > 0 ? `Of the devices made here it sets up ${devices.map(codeSpan).join(', ')}.` : '';
  const list = all.length > 1 ? listOf(order) : '';
  return [head, [what, fate, set].filter(Boolean).join(' '), list].filter(Boolean).join('\n\n');
}

const earlier = ({ at, hiddenBy }: NetworkOrder): string =>
  at > 1 && !hiddenBy ? ', unless a file before it is for them' : '';

function listOf({ own, all, at }: NetworkOrder): string {
  const from = Math.max(0, Math.min(at - 1 - MOST_FILES / 2, all.length - MOST_FILES));
  const shown = all.slice(from, from + MOST_FILES);
  const lines = shown.map((loaded, i) => {
    const name = codeSpan(loaded.name);
    const match = matchOf(loaded);
    const what = isEmptyMatch(match) ? 'no interface' : matchInWords(match);
    return `${from + i + 1}. ${loaded === own ? `**${name}**` : name}: ${what}`;
  });
  const before = from > 0 ? [`${from} before these.`] : [];
  const left = all.length - from - shown.length;
  return [...before, lines.join('\n'), ...(left > 0 ? [`${left} after these.`] : [])].join('\n\n');
}
