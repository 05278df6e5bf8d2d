import { isNetworkOfPodman } from './network-keys.ts';

/** Files of other programs whose sections look like systemd's. */
const OTHER_SUFFIX: readonly (readonly [suffix: RegExp, format: string])[] = [
  [/\.network$/, 'a network configuration'],
  [/\.desktop$/, 'a desktop entry'],
];

const FIRST_LINE = /(\[(?:D-BUS Service|(?:KDE )?Desktop [^\]\n]*)\]|<[!?A-Za-z])/y;
const FORMATS: readonly (readonly [first: RegExp, format: string])[] = [
  [/^\[D-BUS/, 'a D-Bus activation file'],
  [/^\[/, 'a desktop entry'],
  [/^</, 'XML'],
];

/** As far into a file as its first line is looked for. */
const LOOKED_AT = 64 * 1024;

/**
 * What a file is instead of a unit, in words for a sentence, where its name or its first line tells: a D-Bus activation
 * file, Avahi's XML, or no text at all. Undefined for what may be a unit.
 */
export function foreignFormat(path: string, text: string): string | undefined {
  const other = OTHER_SUFFIX.find(([suffix]) => suffix.test(path));
  if (other && !isPodmanNetwork(path, text) && !isNetworkOfNetworkd(path, text)) return other[1];
  const start = text.slice(0, LOOKED_AT);
  if (isBinary(start)) return 'not a text file';
  const plain = start.replace(/[\0\udcfe\udcff]/g, '');
  FIRST_LINE.lastIndex = firstLineAt(plain);
  const first = FIRST_LINE.exec(plain)?.[1];
  return first && FORMATS.find(([sign]) => sign.test(first))?.[1];
}

/** Whether a path is below a folder in which Podman or a repository keeps Quadlet files. */
export const isInQuadletFolder = (path: string): boolean => /(?:^|\/)(?:containers\/systemd|quadlets?)\//.test(path);

/** `.network` is a suffix of Podman's, too: its folder tells, or a section or keys that systemd-networkd does not have. */
const isPodmanNetwork = (path: string, text: string): boolean =>
  isInQuadletFolder(path) ||
  (!/^\[Match\]/m.test(text) && (/^\[(?:Unit|Install|Quadlet)\]/m.test(text) || isNetworkOfPodman(text)));

/** Whether a file is one of systemd-networkd, by its folder or by the section that each of them has. */
const isNetworkOfNetworkd = (path: string, text: string): boolean =>
  path.endsWith('.network') && (/\/systemd\/network\/[^/]+$/.test(path) || /^\[Match\]/m.test(text));

/** Where the first line begins that is neither blank nor a comment. A file is asked at every keystroke. */
function firstLineAt(text: string): number {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (text[at] !== '#' && text[at] !== ';') return at;
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
}

/** Control characters that stand in no text; one may be a slip, many are a program or an image. To systemd NUL ends a line. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 4096);
  return (start.match(/[\x01-\x06\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0) > Math.max(8, start.length / 50);
}
