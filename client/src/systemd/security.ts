import { capabilities, rowsOf } from '../../../server/src/index.ts';
import type { RelatedUnit } from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';
import { analyze, type Command } from './command.ts';
import { type Manager, type Target, unitOfFile } from './unit-of-file.ts';

/** One line of `systemd-analyze security`: what the service may do, and its exposure. */
export interface Exposure {
  readonly name: string;
  readonly description: string;
  /** From 0 (safe) up, in tenths. */
  readonly exposure: number;
  /** The assignment that removes the exposure, if there is exactly one. */
  readonly remedy?: string | undefined;
  /** What the remedy may break. */
  readonly caution?: string | undefined;
}

export interface Score {
  /** 0 (confined) to 10. */
  readonly exposure: number;
  /** `OK`, `MEDIUM`, `EXPOSED`, `UNSAFE` … */
  readonly level: string;
}

/** systemd-analyze security assesses only services, by their fragment. */
export function isAssessable(path: string): boolean {
  const file = unitOfFile(path);
  return 'unit' in file && file.unit.kind === 'service' && file.role === 'fragment';
}

type Asked = Pick<Target, 'name' | 'kind'>;

/** The service to assess in place of a unit that is not a service itself, or a message why there is none. */
export function serviceOf(
  { name, kind }: Asked,
  related: readonly RelatedUnit[],
): { readonly name: string; readonly uri: string } | { readonly refusal: string } {
  const wanted = kind === 'service' ? 'fragment' : 'starts';
  const found = related.find(({ relation, name: other }) => relation === wanted && other.endsWith('.service'));
  if (found?.uri !== undefined) return { name: found.name, uri: found.uri };
  if (found) {
    return {
      refusal: t(
        '{0} does not run a process itself. It starts {1}, which has no unit file here that could be assessed.',
        name,
        found.name,
      ),
    };
  }
  return {
    refusal:
      kind === 'service'
        ? t('{0} is changed by this drop-in, but has no unit file here that could be assessed.', name)
        : t('{0} is not a service, and systemd-analyze security assesses only services.', name),
  };
}

/** Works on the file, whether or not it is installed; since systemd 250. */
export const security = (manager: Manager, path: string, options: readonly string[] = []): Command =>
  analyze(manager, ['security', '--offline=true', '--no-pager', ...options], [path]);

/** The last line of the table: `→ Overall exposure level for a.service: 9.6 UNSAFE`. */
export function parseScore(output: string): Score | undefined {
  const match = /Overall exposure level for .*: (\d+(?:\.\d+)?) ([A-Z]+)/.exec(output);
  return match ? { exposure: Number(match[1]), level: match[2]! } : undefined;
}

/** Reads `--json=short`; what counts most comes first. */
export function parseExposures(output: string): Exposure[] {
  const list = parseList(output);
  const exposures = list.flatMap((item) => {
    const { name, description, exposure } = item as Record<string, unknown>;
    if (typeof name !== 'string' || typeof description !== 'string') return [];
    const remedy = remedyFor(name);
    const caution = cautions[name.replace(/=.*/, '')];
    return [{ name, description, exposure: Number(exposure ?? 0), remedy, caution }];
  });
  return exposures.sort((a, b) => b.exposure - a.exposure || a.name.localeCompare(b.name));
}

function parseList(output: string): object[] {
  try {
    const value: unknown = JSON.parse(output);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
  } catch {
    return [];
  }
}

/** Values that systemd counts as confined; every other switch is `yes`. None: there is no single answer. */
const values: Readonly<Record<string, string | undefined>> = {
  'RootDirectory=/RootImage=': undefined,
  'User=/DynamicUser=': 'DynamicUser=yes',
  'SupplementaryGroups=': undefined,
  'AmbientCapabilities=': 'AmbientCapabilities=',
  'Delegate=': 'Delegate=no',
  'DeviceAllow=': 'DevicePolicy=closed',
  'IPAddressDeny=': 'IPAddressDeny=any',
  'KeyringMode=': 'KeyringMode=private',
  'NotifyAccess=': 'NotifyAccess=main',
  'ProcSubset=': 'ProcSubset=pid',
  'ProtectProc=': 'ProtectProc=invisible',
  'ProtectSystem=': 'ProtectSystem=strict',
  'SystemCallArchitectures=': 'SystemCallArchitectures=native',
  'UMask=': 'UMask=0077',
};

function remedyFor(name: string): string | undefined {
  if (name in values) return values[name];
  const list = /^(\w+)=~(.+)$/.exec(name);
  if (!list) return `${name}yes`;
  const words = expand(list[2]!);
  return words && `${list[1]}=~${words.join(' ')}`;
}

/** `CAP_(DAC_*|FOWNER)` in full; undefined for `…`, which stands for all the rest. */
function expand(pattern: string): string[] | undefined {
  if (pattern.includes('…')) return undefined;
  const group = /^(.*)\((.*)\)$/.exec(pattern);
  const words = group ? group[2]!.split('|').map((word) => group[1]! + word) : [pattern];
  return words.flatMap((word) => (word.endsWith('*') ? capabilitiesFrom(word.slice(0, -1)) : [word]));
}

const capabilitiesFrom = (prefix: string): string[] =>
  rowsOf(capabilities)
    .map(([name]) => name!.toUpperCase())
    .filter((name) => name.startsWith(prefix));

const cautions: Readonly<Record<string, string>> = {
  User: t(
    'The service runs as another user, who does not own its present files; use StateDirectory= for the data it keeps.',
  ),
  PrivateNetwork: t('The service has no network access, not even to this machine.'),
  IPAddressDeny: t('The service can reach only the addresses in IPAddressAllow=.'),
  ProtectSystem: t(
    'All files are read-only except those in /dev, /proc and /sys; list what the service writes in ReadWritePaths= or StateDirectory=.',
  ),
  ProtectHome: t('Home folders appear empty and are not writable.'),
  MemoryDenyWriteExecute: t(
    'Breaks programs that generate code at run time, such as JavaScript engines, Java and some uses of PCRE.',
  ),
  PrivateDevices: t('Only pseudo-devices such as /dev/null remain.'),
  PrivateTmp: t('The service gets a /tmp and a /var/tmp that no other program shares.'),
  PrivateUsers: t('All users except root and the one of the service appear as nobody.'),
  RestrictAddressFamilies: t('Allow AF_UNIX if the service logs or uses D-Bus.'),
  SystemCallFilter: t(
    'A forbidden system call ends the service with SIGSYS; with SystemCallErrorNumber=EPERM only the call fails.',
  ),
  UMask: t('New files can be read by the service only.'),
  ProcSubset: t('Programs that read /proc/meminfo, /proc/cpuinfo or the like fail.'),
};
