import { type FileKind, programDialect } from '../program-files.ts';
import { networkdRules } from './rules/index.ts';
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

/** What systemd-networkd and systemd-udevd read of networks, devices and links. */
export const networkdDialect = programDialect({
  dialect: 'networkd',
  kinds: networkKinds,
  valueTypeOf: networkValueTypeOf,
  purposes,
  listed: LISTED,
  rules: networkdRules,
});
