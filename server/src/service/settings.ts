import type { InlayHintSettings } from '../features/inlay-hints.ts';
import type { Manager } from '../schema/file-kind.ts';
import { clampVersion, NEWEST_VERSION } from '../schema/versions.ts';
import type { Severity } from '../values/value-type.ts';

/** What a user can set under `systemdUnits`; names and defaults as in the manifest (a test compares them). */
export interface Settings {
  readonly systemdVersion: 'auto' | number;
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

/** The version units are judged by: as set, else the machine's, else the newest known. */
export const targetVersion = (settings: Settings, machine: number | undefined): number =>
  clampVersion(wantedVersion(settings, machine));

/** The version meant, whether it is known or not. */
export const wantedVersion = ({ systemdVersion }: Settings, machine: number | undefined): number =>
  systemdVersion === 'auto' ? (machine ?? NEWEST_VERSION) : systemdVersion;

const SEVERITIES: readonly unknown[] = ['off', 'error', 'warning', 'info', 'hint'];

const onlySeverities = (rules: Record<string, unknown>): Record<string, Severity | 'off'> =>
  Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Severity | 'off'] => SEVERITIES.includes(entry[1])),
  );

const isAbsolutePath = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
