import type { FileIdentity } from '../../schema/file-identity.ts';
import { withoutSourceSuffix } from '../../schema/file-kind.ts';
import { DIALECT, daemonNames, daemonTable } from './directives.ts';

/** `journald@web.conf` is the journal of a namespace. */
const NAMESPACE = /^journald@[^/]+\.conf$/;

interface Named {
  readonly kind: string;
  readonly role: FileIdentity['role'];
  readonly isSource: boolean;
  readonly skipped?: FileIdentity['skipped'];
  /** The folder of configuration it lies in: `systemd`. */
  readonly home: string;
}

/** What a path says by its names: `journald.conf`, or any file in `journald.conf.d`. */
function named(path: string): Named | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const raw = segments.at(-1) ?? '';
  const name = withoutSourceSuffix(raw);
  const isSource = name !== raw;
  const kind = kindOf(name);
  if (kind) return { kind, role: 'fragment', isSource, home: segments.at(-2) ?? '' };
  const folder = segments.at(-2) ?? '';
  const owner = folder.endsWith('.conf.d') ? kindOf(folder.slice(0, -2)) : undefined;
  if (!owner) return undefined;
  const skipped = name.startsWith('.') ? 'hidden' : name.endsWith('.conf') ? undefined : 'suffix';
  return { kind: owner, role: 'drop-in', isSource, home: segments.at(-3) ?? '', ...(skipped && { skipped }) };
}

function kindOf(name: string): string | undefined {
  if (NAMESPACE.test(name)) return 'journald@.conf';
  return daemonNames.includes(name) && !name.includes('@') ? name : undefined;
}

const identityOf = ({ kind, role, isSource, skipped }: Named): FileIdentity => ({
  dialect: DIALECT,
  kind,
  role,
  unit: undefined,
  manager: kind === 'user.conf' ? 'user' : 'system',
  isSource,
  ...(skipped && { skipped }),
});

/** The folder below /etc, /run and /usr/lib in which a file lies. */
export const homeOf = (kind: string): string => (kind === 'udev.conf' ? 'udev' : 'systemd');

/** A file where its daemon looks for it: in a folder called `systemd`, or `udev`. */
export function daemonFileOfPath(path: string): FileIdentity | undefined {
  const found = named(path);
  return found && found.home === homeOf(found.kind) ? identityOf(found) : undefined;
}

/** The same anywhere, as in the files of a deployment, if it has sections of its daemon and no others. */
export function daemonFileBySections(path: string, sections: readonly string[]): FileIdentity | undefined {
  const found = named(path);
  if (!found || sections.length === 0) return undefined;
  const known = sectionsOfFile(found.kind);
  return sections.every((section) => known.includes(section)) ? identityOf(found) : undefined;
}

/** The sections of a file in some release, in the order of its table. */
export const sectionsOfFile = (kind: string): readonly string[] => [
  ...new Set(
    daemonTable(kind)
      .all()
      .map(({ section }) => section),
  ),
];
