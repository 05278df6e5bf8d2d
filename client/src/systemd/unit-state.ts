import { quadletService } from '../../../server/src/index.ts';
import { type Properties, parseTime } from './systemctl-show.ts';

/** The last run of one command line of a service. */
export interface ExecRun {
  readonly directive: string;
  /** Counted among the command lines of that directive, from 0. */
  readonly index: number;
  readonly path: string;
  readonly code: string;
  readonly status: number;
}

/** What the manager knows of a unit. Times are milliseconds since 1970. */
export interface UnitState {
  readonly id: string;
  readonly description: string;
  readonly load: string;
  readonly loadError: string;
  readonly active: string;
  readonly sub: string;
  readonly fileState: string;
  readonly preset: string;
  readonly fragment: string;
  /** The file that a generator made the unit of, such as a Quadlet file. */
  readonly source: string;
  readonly dropIns: string;
  readonly needsReload: boolean;
  readonly transient: boolean;
  readonly since: number | undefined;
  readonly result: string;
  /** `exited`, `killed` or `dumped`; empty when the main process never ended. */
  readonly mainCode: '' | 'exited' | 'killed' | 'dumped';
  readonly mainStatus: number;
  readonly restarts: number;
  readonly statusText: string;
  /** A condition of the unit was not met at the last start. */
  readonly conditionFailed: boolean;
  readonly canReload: boolean;
  readonly canStart: boolean;
  readonly canStop: boolean;
  readonly nextRun: number | undefined;
  readonly lastRun: number | undefined;
  readonly listen: readonly string[];
  readonly triggers: string;
  readonly triggeredBy: string;
  readonly execs: readonly ExecRun[];
}

/** Properties with long values: every command line with its arguments and times. */
export const execDirectives: readonly string[] = [
  'ExecCondition',
  'ExecStartPre',
  'ExecStart',
  'ExecStartPost',
  'ExecReload',
  'ExecStop',
  'ExecStopPost',
];

export const stateProperties: readonly string[] = [
  ...['Id', 'Description', 'LoadState', 'LoadError', 'ActiveState', 'SubState', 'UnitFileState', 'UnitFilePreset'],
  ...['FragmentPath', 'SourcePath', 'DropInPaths', 'NeedDaemonReload', 'Transient', 'StateChangeTimestamp', 'Result'],
  ...['ExecMainCode', 'ExecMainStatus', 'NRestarts', 'StatusText', 'ConditionResult', 'ConditionTimestamp'],
  ...['AssertResult', 'CanReload', 'CanStart', 'CanStop', 'NextElapseUSecRealtime', 'LastTriggerUSec', 'Listen'],
  ...['Triggers', 'TriggeredBy', ...execDirectives],
];

/** CLD_EXITED, CLD_KILLED and CLD_DUMPED of sigaction(2). */
const mainCodes = ['', 'exited', 'killed', 'dumped'] as const;

export function unitState(properties: Properties): UnitState {
  const text = (name: string) => properties.get(name)?.[0] ?? '';
  const is = (name: string) => text(name) === 'yes';
  return {
    id: text('Id'),
    description: text('Description'),
    load: text('LoadState'),
    loadError: loadError(text('LoadError')),
    active: text('ActiveState'),
    sub: text('SubState'),
    fileState: text('UnitFileState'),
    preset: text('UnitFilePreset'),
    fragment: text('FragmentPath'),
    source: text('SourcePath'),
    dropIns: text('DropInPaths'),
    needsReload: is('NeedDaemonReload'),
    transient: is('Transient'),
    since: parseTime(text('StateChangeTimestamp')),
    result: text('Result'),
    mainCode: mainCodes[Number(text('ExecMainCode'))] ?? '',
    mainStatus: Number(text('ExecMainStatus')),
    restarts: Number(text('NRestarts')),
    statusText: text('StatusText'),
    // Before the first start the result is "no" as well, but then there is no time.
    conditionFailed: text('ConditionResult') === 'no' && parseTime(text('ConditionTimestamp')) !== undefined,
    canReload: is('CanReload'),
    canStart: is('CanStart'),
    canStop: is('CanStop'),
    nextRun: parseTime(text('NextElapseUSecRealtime')),
    lastRun: parseTime(text('LastTriggerUSec')),
    listen: properties.get('Listen')?.filter((address) => address !== '') ?? [],
    triggers: text('Triggers'),
    triggeredBy: text('TriggeredBy'),
    execs: execDirectives.flatMap((directive) => execRuns(directive, properties.get(directive) ?? [])),
  };
}

function execRuns(directive: string, values: readonly string[]): ExecRun[] {
  return values.flatMap((value, index) => {
    const match = /^\{ path=(.*?) ; .* ; code=(\S+) ; status=(\d+)(?:\/\S+)? \}$/.exec(value);
    return match ? [{ directive, index, path: match[1]!, code: match[2]!, status: Number(match[3]) }] : [];
  });
}

/** `org.freedesktop.systemd1.BadUnitSetting "Unit x.service has a bad unit file setting."` without the bus name. */
const loadError = (text: string): string => /^\S+ "(.*)"$/.exec(text)?.[1] ?? text;

/** The file an author edits: the Quadlet file a service was made of, else the unit's own. */
export const editedFile = ({ source, fragment }: UnitState): string =>
  source !== '' && quadletService(source) ? source : fragment;
