import type { AssignmentRule } from '../../../engine/rule.ts';

/** Secrets, by section, and the key that names a file with one instead. */
const SECRETS: Readonly<Record<string, readonly [key: string, file: string]>> = {
  WireGuard: ['PrivateKey', 'PrivateKeyFile'],
  WireGuardPeer: ['PresharedKey', 'PresharedKeyFile'],
  MACsecTransmitAssociation: ['Key', 'KeyFile'],
  MACsecReceiveAssociation: ['Key', 'KeyFile'],
};

/** Whether it matters who may read a file. */
export const mindsMode = (path: string): boolean => /\.netdev(?:\.d\/[^/]+\.conf)?$/.test(path);

/** `warn_file_is_world_accessible()` of src/shared/conf-parser.c, called by src/network/netdev/{wireguard,macsec}.c; systemd.netdev(5). */
export const worldReadableKey: AssignmentRule = {
  id: 'netdev-key-readable',
  scope: 'assignment',
  docs: {
    what: 'A secret key in a .netdev file that every user of the machine may read.',
    severities: ['info'],
    why: 'Files in /etc are readable by all unless somebody takes care, and so is the key. systemd-networkd remarks on it in its journal. As information: a file on its way into an image or a package gets its mode there.',
    bad: '[NetDev]\nName=wg0\nKind=wireguard\n\n[WireGuard]\nPrivateKey=EEGlnEPYJV//kbvvIqxKkQwOiS+UENyPncC4bF46ong=',
    good: '[NetDev]\nName=wg0\nKind=wireguard\n\n[WireGuard]\nPrivateKeyFile=/etc/systemd/network/wg0.key',
    manual: ['systemd.netdev(5)'],
  },
  check({ section, node, accepted }, report, { source: { identity } }) {
    const [key, file] = SECRETS[section] ?? [];
    // A credential is no key in the file; systemd.system-credentials(7).
    if (identity.kind !== 'netdev' || !accepted || node.key !== key || /^@|^$/.test(node.value.text)) return;
    report({
      ...node.keySpan,
      severity: 'info',
      message: `Everyone who may read this file has the key in ${key}=; systemd-networkd remarks on such a file. Keep the key in a file of its own and name it in ${file}=, or let only root and systemd-network read this one: mode 0640, owner root:systemd-network.`,
      section,
      key,
    });
  },
};
