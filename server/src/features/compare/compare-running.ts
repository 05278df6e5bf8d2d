import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { effectOf } from './effect.ts';
import { isRelation, relationDifferences } from './relations.ts';
import type { RunningDifference, Shown } from './running.ts';
import type { RunningForm } from './running-form.ts';
import { runningForm } from './running-values.ts';
import { type Setting, settingsInForce } from './settings-in-force.ts';

export interface RunningComparison {
  readonly differences: readonly RunningDifference[];
  /** Settings that cannot be compared: the manager does not show them, or not as one writes them. */
  readonly unknown: readonly string[];
}

/** What daemon-reload would change of one unit. */
export interface UnitReload extends RunningComparison {
  readonly unit: string;
  /** Whether it runs: then some changes have to wait for a restart. */
  readonly isActive: boolean;
  readonly files: readonly string[];
}

/** The same with what is to be told of the unit. */
export const compareReload = (name: string, unit: LoadedUnit, shown: Shown): UnitReload => ({
  unit: name,
  isActive: shown.unit.get('ActiveState')?.[0] === 'active',
  files: unit.files.map(({ source }) => source.path),
  ...compareRunning(unit, shown),
});

/** What daemon-reload would change of a unit: what its manager runs, beside what the files give now. */
export function compareRunning(unit: LoadedUnit, shown: Shown): RunningComparison {
  const settings = settingsInForce(unit);
  const differences: RunningDifference[] = [];
  const unknown: string[] = [];
  for (const setting of settings.values()) {
    if (setting.section === 'Install' || /^(?:Condition|Assert)/.test(setting.key)) continue;
    if (isRelation(setting.section, setting.directive)) continue;
    const found = settingDifference(setting, shown, unit);
    if (found === 'unknown') unknown.push(setting.key);
    else if (found) differences.push(found);
  }
  const relations = relationDifferences(unit, settings, shown);
  return { differences: [...relations, ...differences, ...goneSettings(unit, settings, shown)], unknown };
}

function settingDifference(
  setting: Setting,
  shown: Shown,
  { kind }: LoadedUnit,
): RunningDifference | 'unknown' | undefined {
  const { section, key, entries } = setting;
  const form = runningForm(setting);
  const files = form?.files(setting);
  if (!form || !files || !isShown(form, shown)) return 'unknown';
  const running = form.running(shown.unit);
  if (isEqual(running, files, form)) return undefined;
  const effect = effectOf(section, key, kind);
  const [only, ...others] = entries;
  // Several words of one line have one place.
  const places = only && others.length === 0 ? files.map(() => only.place) : entries.map(({ place }) => place);
  return { section, key, property: form.property, running, files, places, effect };
}

/** Lists without entries are not printed at all. */
const isShown = ({ property }: RunningForm, { unit, bare }: Shown): boolean =>
  unit.has(property) || bare.has(property) || /^(?:Exec|Timers|Environment)/.test(property);

function isEqual(running: readonly string[], files: readonly string[], { isSet }: RunningForm): boolean {
  const [a, b] = isSet ? [sorted(running), sorted(files)] : [running, files];
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Settings that nothing else implies: what a manager has of them and no file sets was set when it read the files. */
const EXPLICIT: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Documentation', 'StartLimitBurst', 'StartLimitIntervalSec', 'RefuseManualStart', 'StopWhenUnneeded'],
  Service: [
    ...['ExecCondition', 'ExecStartPre', 'ExecStart', 'ExecStartPost', 'ExecReload', 'ExecStop', 'ExecStopPost'],
    ...[
      'Restart',
      'RestartSec',
      'RuntimeMaxSec',
      'TimeoutStopSec',
      'KillMode',
      'KillSignal',
      'RemainAfterExit',
      'Nice',
    ],
    ...['UMask', 'RootDirectory', 'Environment', 'EnvironmentFile', 'MemoryMax', 'MemoryHigh', 'CPUWeight', 'IOWeight'],
    ...['SyslogIdentifier', 'PAMName', 'PrivateNetwork', 'Delegate'],
  ],
  Timer: [
    'OnCalendar',
    'OnBootSec',
    'OnStartupSec',
    'OnActiveSec',
    'OnUnitActiveSec',
    'OnUnitInactiveSec',
    'Persistent',
    'AccuracySec',
    'RandomizedDelaySec',
    'WakeSystem',
  ],
};

/** Settings that another one sets as well. */
const IMPLIED_BY: Readonly<Record<string, readonly string[]>> = { TimeoutStopSec: ['TimeoutSec'] };

/** What DynamicUser= sets when it is on. */
const OF_DYNAMIC_USER = ['User', 'Group', 'ProtectSystem', 'ProtectHome', 'PrivateTmp'];

function goneSettings(unit: LoadedUnit, settings: ReadonlyMap<string, Setting>, shown: Shown): RunningDifference[] {
  const { directives: table } = unit.files[0]!;
  const extra = unit.flag('Service', 'DynamicUser') || unit.manager === 'user' ? [] : OF_DYNAMIC_USER;
  return Object.entries(EXPLICIT).flatMap(([section, keys]) =>
    [...keys, ...(section === 'Service' ? extra : [])].flatMap((key): RunningDifference[] => {
      const isSet = [key, ...(IMPLIED_BY[key] ?? [])].some((each) => settings.has(`${section} ${each}`));
      const directive = isSet ? undefined : table.find(section, key, unit.version);
      if (!directive) return [];
      const { version, manager, kind, name } = unit;
      const context: ValueContext = { directive, version, manager, kind, unit: name };
      const form = runningForm({ directive, context, key });
      const [running, files] = [form?.running(shown.unit) ?? [], form?.running(shown.bare) ?? []];
      if (!form || isEqual(running, files, form)) return [];
      return [
        { section, key, property: form.property, running, files, places: [], effect: effectOf(section, key, kind) },
      ];
    }),
  );
}
