import type { Manager } from '../../schema/file-identity.ts';
import type { FileState } from '../environment.ts';
import type { UnitText } from '../judged-unit.ts';
import type { JournalLine } from './journal-lines.ts';
import { parseCommand } from './show-output.ts';

/** What was asked of a manager about a unit and those it depends on. Plain data: it may come from another process. */
export interface Facts {
  readonly manager: Manager;
  /** Target systemd version, for reading the files. */
  readonly version: number;
  /** The unit that is asked about first, then those that it requires and that are in trouble. */
  readonly units: readonly UnitFacts[];
}

export interface UnitFacts {
  /** As it was asked for. */
  readonly name: string;
  /** As `systemctl show` prints them; a list has one text a line. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** `Condition…=` and `Assert…=`, as the manager found them at the last start; empty where it did not tell. */
  readonly conditions: readonly ConditionFact[];
  /** This boot's, oldest first. */
  readonly journal: readonly JournalLine[];
  /** Fragment and drop-ins, as far as they can be read, in systemd's order. */
  readonly files: readonly UnitText[];
  /** What is at the paths of its commands; a path of which nothing is known is left out. */
  readonly programs: Readonly<Record<string, ProgramFact>>;
}

export interface ConditionFact {
  /** `ConditionPathExists`. */
  readonly key: string;
  readonly value: string;
  /** Begun with `|`: one of all those has to hold. */
  readonly isTrigger: boolean;
  readonly isNegated: boolean;
  readonly state: 'untested' | 'held' | 'failed';
}

export interface ProgramFact {
  readonly state: FileState | 'missing';
  /** What its first line names behind `#!`. */
  readonly interpreter?: string | undefined;
  /** What is at that path. */
  readonly interpreterState?: FileState | 'missing' | undefined;
}

/** One property; empty where it was not told. */
export const property = ({ properties }: UnitFacts, name: string): string => properties[name]?.[0] ?? '';

/** A property that is a list of words. */
export const words = (unit: UnitFacts, name: string): string[] =>
  (unit.properties[name] ?? []).flatMap((line) => line.split(' ')).filter((word) => word !== '');

/** The last run of one command of a service. */
export interface CommandRun {
  readonly key: string;
  /** Counted among the commands of its key, from 0. */
  readonly index: number;
  readonly path: string;
  readonly code: 'exited' | 'killed' | 'dumped';
  readonly status: number;
}

export const COMMAND_KEYS: readonly string[] = [
  ...['ExecCondition', 'ExecStartPre', 'ExecStart', 'ExecStartPost', 'ExecReload', 'ExecStop', 'ExecStopPost'],
];

/** The command that failed, as far as the manager tells; after a daemon-reload it knows of the main process only. */
export function failedCommand(unit: UnitFacts): CommandRun | undefined {
  const failed = runsOf(unit).filter(({ code, status }) => code !== 'exited' || status > 0);
  // Of a service that failed by an exit status, systemd has ended what else ran by a signal.
  const byStatus = property(unit, 'Result') === 'exit-code' && failed.find(({ code }) => code === 'exited');
  if (failed.length > 0) return byStatus || failed[0];
  const code = (['', 'exited', 'killed', 'dumped'] as const)[Number(property(unit, 'ExecMainCode'))] ?? '';
  const status = Number(property(unit, 'ExecMainStatus'));
  if (code === '' || (code === 'exited' && status === 0)) return undefined;
  return { key: 'ExecStart', index: 0, path: '', code, status };
}

const hasEnded = (code: string): code is CommandRun['code'] => ['exited', 'killed', 'dumped'].includes(code);

const runsOf = ({ properties }: UnitFacts): CommandRun[] =>
  COMMAND_KEYS.flatMap((key) =>
    (properties[key] ?? []).flatMap((value, index): CommandRun[] => {
      const command = parseCommand(value);
      if (!command || command.ignoresErrors || !hasEnded(command.code)) return [];
      return [{ key, index, path: command.path, code: command.code, status: command.status }];
    }),
  );

/** What systemd and the unit's processes said in the last run, or since it was last tried to start it. */
export function lastRun(unit: UnitFacts): readonly JournalLine[] {
  const invocation = property(unit, 'InvocationID');
  const first = invocation === '' ? -1 : unit.journal.findIndex((line) => line.invocation === invocation);
  // Of a process that ended at once, the journal may not know to which run it belonged; it may even have it first.
  const isOfRun = (line: JournalLine): boolean => line.invocation === invocation || line.invocation === '';
  if (first >= 0) return unit.journal.slice(unit.journal.every(isOfRun) ? 0 : first).filter(isOfRun);
  const begins = unit.journal.map(({ isOfManager, text }) => isOfManager && BEGINS.test(text));
  return unit.journal.slice(Math.max(0, begins.lastIndexOf(true)));
}

const BEGINS = /^(?:Starting|Mounting|Activating|Started|Listening) /;

/** What systemd itself said in that run. */
export const managerSaid = (unit: UnitFacts): string[] =>
  lastRun(unit).flatMap(({ isOfManager, text }) => (isOfManager ? [text] : []));

/** What processes of the unit said in that run. */
export const processesSaid = (unit: UnitFacts): string[] =>
  lastRun(unit).flatMap(({ isOfManager, text }) => (isOfManager ? [] : text.split('\n')));
