/** How the program that reads a kind of file is started, so that it says what it thinks of many files and harms nobody. */
export interface Program {
  /** Where the files lie. */
  readonly folder: string;
  /** A section it has, for the line that marks the end of a file. */
  readonly section: string;
  /** The program reads all files at once; else `FILE` in the words stands for the one it is asked about. */
  readonly argv: readonly string[];
  readonly isAskedEach?: boolean;
  /** The first release that has it, among those that are asked. */
  readonly from?: number;
}

const lib = (name: string): string => `/usr/lib/systemd/${name}`;
const networkd = [lib('systemd-networkd')];
const sysupdate = {
  folder: '/run/asked',
  argv: [lib('systemd-sysupdate'), '--definitions=/run/asked', '--offline', 'list'],
  isAskedEach: true,
};

/** By the suffix of the file; .component files are read only beside the transfers of a component, and nobody is asked about them. */
export const programs: Readonly<Record<string, Program>> = {
  network: { folder: '/etc/systemd/network', section: 'Network', argv: networkd },
  netdev: { folder: '/etc/systemd/network', section: 'NetDev', argv: networkd },
  link: {
    folder: '/etc/systemd/network',
    section: 'Link',
    argv: ['udevadm', 'test-builtin', 'net_setup_link', '/sys/class/net/lo'],
  },
  dnssd: { folder: '/etc/systemd/dnssd', section: 'Service', argv: [lib('systemd-resolved')] },
  'dns-delegate': {
    folder: '/etc/systemd/dns-delegate.d',
    section: 'Delegate',
    argv: [lib('systemd-resolved')],
    from: 258,
  },
  nspawn: {
    folder: '/etc/systemd/nspawn',
    section: 'Exec',
    argv: ['systemd-nspawn', '-M', 'asked', '-D', '/run/machine', '--settings=trusted'],
    isAskedEach: true,
  },
  repart: {
    folder: '/run/asked',
    section: 'Partition',
    argv: [
      ...['systemd-repart', '--empty=create', '--size=8G', '--dry-run=yes', '--no-pager'],
      ...['--definitions=/run/asked', '/tmp/asked.raw'],
    ],
    isAskedEach: true,
  },
  transfer: { ...sysupdate, section: 'Transfer', from: 257 },
  feature: { ...sysupdate, section: 'Feature', from: 257 },
};

/** The name under which a program that is asked of each file takes it. */
export const nameOf = (kind: string): string => (kind === 'repart' ? 'asked.conf' : `asked.${kind}`);

/** The kinds of files that programs of a systemd read; others are not asked about. */
export const kindsOf = (version: number): string[] =>
  Object.keys(programs).filter((kind) => (programs[kind]!.from ?? 0) <= version);
