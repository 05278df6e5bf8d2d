/** How the daemon that reads a file of configuration is started, so that it reads its drop-ins and harms nobody. */
export interface Daemon {
  /** What it reads beside its main file. */
  readonly dropIns: string;
  /** A section it has. */
  readonly section: string;
  readonly program: readonly string[];
  /** The first release in which it reads drop-ins as it reads units; before, its file has another syntax. */
  readonly from?: number;
}

const lib = (name: string) => `/usr/lib/systemd/${name}`;
/** The manager reads system.conf as process 1 only; with the same table it reads user.conf, and then refuses to be tested by root. */
const manager = daemon('user', 'Manager', [lib('systemd'), '--test', '--user', '--no-pager']);

/** By the name of the file. */
export const daemons: Readonly<Record<string, Daemon>> = {
  'system.conf': manager,
  'user.conf': manager,
  'journald.conf': daemon('journald', 'Journal', [lib('systemd-journald')]),
  'journald@.conf': daemon('journald@oracle', 'Journal', [lib('systemd-journald'), 'oracle']),
  'logind.conf': daemon('logind', 'Login', [lib('systemd-logind')]),
  'resolved.conf': daemon('resolved', 'Resolve', [lib('systemd-resolved')]),
  'timesyncd.conf': daemon('timesyncd', 'Time', [lib('systemd-timesyncd')]),
  'networkd.conf': daemon('networkd', 'Network', [lib('systemd-networkd')]),
  'oomd.conf': daemon('oomd', 'OOM', [lib('systemd-oomd')]),
  // What it is told of a process that is not there.
  'coredump.conf': daemon('coredump', 'Coredump', [lib('systemd-coredump'), '1', '2', '3', '4', '5', '6', '7', '8']),
  'sleep.conf': daemon('sleep', 'Sleep', [lib('systemd-sleep'), 'suspend']),
  'pstore.conf': daemon('pstore', 'PStore', [lib('systemd-pstore')]),
  'homed.conf': daemon('homed', 'Home', [lib('systemd-homed')]),
  'journal-remote.conf': daemon('journal-remote', 'Remote', [
    ...[lib('systemd-journal-remote'), '-o', '/tmp/x.journal', '/dev/null'],
  ]),
  'journal-upload.conf': daemon('journal-upload', 'Upload', [
    ...[lib('systemd-journal-upload'), '--url', 'http://127.0.0.1:1'],
  ]),
  'udev.conf': {
    dropIns: '/etc/udev/udev.conf.d',
    section: '',
    program: [lib('systemd-udevd')],
    from: 257,
  },
};

/** The files of which the daemons of that version can be asked. */
export const filesReadBy = (version: number): string[] =>
  Object.keys(daemons).filter((file) => version >= (daemons[file]!.from ?? 0));

function daemon(name: string, section: string, program: readonly string[]): Daemon {
  return { dropIns: `/etc/systemd/${name}.conf.d`, section, program };
}
