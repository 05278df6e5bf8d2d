import type { InlayHintSettings } from '../features/inlay-hints.ts';
import type { Manager } from '../schema/file-kind.ts';
import { podmanVersion } from '../schema/podman.ts';
import { type ReadTargets, readTargets, releaseTarget, type Target, withPodman } from '../schema/targets.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import { memoize } from '../text/memoize.ts';
import type { Severity } from '../values/value-type.ts';

/** What a user can set under `systemdUnits`; names and defaults as in the manifest (a test compares them). */
export interface Settings {
  readonly systemdVersion: 'auto' | number;
  /** Releases and distributions units are for: `debian12`, `252..257`; counts before `systemdVersion`. */
  readonly targets: readonly string[];
  /** The Podman that Quadlet files are for, as major * 100 + minor; that of a distribution among the targets counts before it. */
  readonly podmanVersion: 'auto' | number;
  readonly manager: 'auto' | Manager;
  /** Folders with units that are searched before the machine's own. */
  readonly unitPaths: readonly string[];
  /** Whether the units of the machine the server runs on count. */
  readonly machineUnits: boolean;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly inlayHints: InlayHintSettings;
}

export const defaultSettings: Settings = {
  systemdVersion: 'auto',
  targets: [],
  podmanVersion: 'auto',
  manager: 'auto',
  unitPaths: [],
  machineUnits: true,
  rules: {},
  inlayHints: { nextElapse: true, timeSpans: true, modes: true, serviceType: true, specifiers: true },
};

/** Settings from what an editor sent; what is missing or makes no sense counts as not set. */
export function readSettings(given: unknown): Settings {
  const source = isRecord(given) ? given : {};
  const version = Number(source.systemdVersion);
  return {
    systemdVersion: Number.isInteger(version) && version > 0 ? version : 'auto',
    targets: [source.targets].flat().filter((word): word is string => typeof word === 'string'),
    podmanVersion: podmanVersion(String(source.podmanVersion)) ?? 'auto',
    manager: source.manager === 'system' || source.manager === 'user' ? source.manager : 'auto',
    unitPaths: Array.isArray(source.unitPaths) ? source.unitPaths.filter(isAbsolutePath) : [],
    machineUnits: source.machineUnits !== false,
    rules: isRecord(source.rules) ? onlySeverities(source.rules) : {},
    inlayHints: readHints(source.inlayHints),
  };
}

/** Each hint is shown unless it is switched off. */
function readHints(given: unknown): InlayHintSettings {
  const source = isRecord(given) ? given : {};
  const isOn = (name: keyof InlayHintSettings): boolean => source[name] !== false;
  return {
    nextElapse: isOn('nextElapse'),
    timeSpans: isOn('timeSpans'),
    modes: isOn('modes'),
    serviceType: isOn('serviceType'),
    specifiers: isOn('specifiers'),
  };
}

/** The machine's systemd, and its Podman, once known. */
export interface MachineVersions {
  readonly machineVersion: number | undefined;
  /** As major * 100 + minor. */
  readonly machinePodman?: number | undefined;
}

/** The version of which units are explained, and by which they are judged: the newest of the targets. */
export const targetVersion = (settings: Settings, machine: MachineVersions): number =>
  Math.max(...targetsOf(settings, machine).map(({ version }) => version));

/** What units are for, oldest systemd first: as set, else the machine's systemd and Podman, else the newest known. */
export function targetsOf(settings: Settings, machine: MachineVersions): readonly Target[] {
  const read = namedTargets(settings);
  const { systemdVersion, podmanVersion: wanted } = settings;
  const isNamed = 'targets' in read && read.targets.length > 0;
  const own = isNamed ? undefined : machine.machinePodman;
  const podman = wanted === 'auto' ? own : wanted;
  if (isNamed) return withPodman(read.targets, podman);
  const { machineVersion = NEWEST_VERSION } = machine;
  return withPodman([releaseTarget(systemdVersion === 'auto' ? machineVersion : systemdVersion)], podman);
}

/** Read once: every keystroke asks. */
const namedTargets = memoize(({ targets }: Settings): ReadTargets => readTargets(targets));

/** Why the targets that are set count for nothing, in a sentence; undefined when they count. */
export function targetsProblem(settings: Settings): string | undefined {
  const read = namedTargets(settings);
  return 'problem' in read ? read.problem : undefined;
}

const SEVERITIES: readonly unknown[] = ['off', 'error', 'warning', 'info', 'hint'];

const onlySeverities = (rules: Record<string, unknown>): Record<string, Severity | 'off'> =>
  Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Severity | 'off'] => SEVERITIES.includes(entry[1])),
  );

const isAbsolutePath = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
