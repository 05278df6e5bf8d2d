import { parse, quadletService, readWords } from '../../../server/src/index.ts';

/** A file of systemd-networkd, systemd-udevd or systemd-nspawn that something can be done with. */
export interface NetworkFile {
  readonly kind: 'network' | 'netdev' | 'link' | 'nspawn';
  /** `br0.netdev`, for a drop-in that of the file it belongs to. */
  readonly name: string;
  /** Names and patterns of the links it is about; none where it does not say, or says only which it is not about. */
  readonly links: readonly string[];
}

const FILE = /(?:^|\/)([^/]+\.(network|netdev|link|nspawn))(?:\.d\/[^/]+\.conf)?$/;

/** @param text of the file, where it is open */
export function networkFileOf(path: string, text = ''): NetworkFile | undefined {
  const [, name, kind] = FILE.exec(path) ?? [];
  // Podman has files called .network as well.
  if (name === undefined || quadletService(path, text)) return undefined;
  return { kind: kind as NetworkFile['kind'], name, links: linksIn(text, kind as NetworkFile['kind']) };
}

/** Where links are named: systemd.network(5), systemd.netdev(5), systemd.link(5). */
const NAMED: Readonly<Record<NetworkFile['kind'], readonly string[]>> = {
  network: ['Match Name'],
  netdev: ['NetDev Name'],
  link: ['Link Name', 'Match OriginalName'],
  nspawn: [],
};

/** What networkctl takes as a pattern; a dash in front would be an option. */
const PATTERN = /^[\w.:@*?[\]][\w.:@*?[\]-]*$/;

function linksIn(text: string, kind: NetworkFile['kind']): string[] {
  const found = parse(text).sections.flatMap(({ header, nodes }) =>
    nodes.flatMap((node) =>
      node.kind === 'assignment' && NAMED[kind].includes(`${header.name} ${node.key}`)
        ? readWords(node.value.text, { unquote: true }).words.map((word) => word.text)
        : [],
    ),
  );
  // An exclamation mark turns the whole list round.
  return found.some((word) => word.startsWith('!')) ? [] : [...new Set(found.filter((word) => PATTERN.test(word)))];
}

/** The name of a container as its file has it: machinectl takes letters, digits, dots and dashes; machine-info(5). */
export function containerName({ name }: NetworkFile): string | undefined {
  const stem = name.replace(/\.nspawn$/, '');
  return /^[A-Za-z0-9_][\w.-]{0,63}$/.test(stem) ? stem : undefined;
}

/** What a link may be called: `ifname_valid()` of systemd takes no blanks, slashes or colons. */
export const isLinkName = (text: string): boolean =>
  /^[\w.@][\w.@-]{0,14}$/.test(text) && !/^\.{1,2}$|^\d+$/.test(text);
