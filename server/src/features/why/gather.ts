import type { Manager } from '../../schema/file-identity.ts';
import type { FileState } from '../environment.ts';
import type { UnitText } from '../judged-unit.ts';
import {
  COMMAND_KEYS,
  type ConditionFact,
  type Facts,
  type ProgramFact,
  property,
  type UnitFacts,
  words,
} from './facts.ts';
import { parseJournal } from './journal-lines.ts';
import { parseShow } from './show-output.ts';

/** What is needed of the machine. Nothing of it throws. */
export interface Asker {
  /** What a program of systemd prints; empty where it fails. */
  ask(program: 'systemctl' | 'systemd-analyze' | 'journalctl' | 'busctl', args: readonly string[]): Promise<string>;
  /** A file of a unit; undefined for what cannot be read, or lies on another machine. */
  read(path: string): Promise<string | undefined>;
  /** What is at a path; undefined where that cannot be said, as of another machine. */
  look(path: string): Promise<FileState | 'missing' | undefined>;
  /** The first line of a program. */
  firstLine(path: string): Promise<string | undefined>;
}

export interface Asked {
  readonly manager: Manager;
  readonly version: number;
}

const PROPERTIES = [
  ...['Id', 'Description', 'LoadState', 'LoadError', 'ActiveState', 'SubState', 'UnitFileState', 'FragmentPath'],
  ...['SourcePath', 'DropInPaths', 'NeedDaemonReload', 'Transient', 'Result', 'ExecMainCode', 'ExecMainStatus'],
  ...['NRestarts', 'StatusText', 'InvocationID', 'ConditionResult', 'AssertResult', 'Type', 'Requires', 'Requisite'],
  ...['BindsTo', 'After', 'Triggers', 'Conflicts', 'TimeoutStartUSec', 'TimeoutStopUSec', 'WatchdogUSec'],
  ...['RuntimeMaxUSec', 'StartLimitBurst', 'StartLimitIntervalUSec', 'ControlGroup', 'Job', ...COMMAND_KEYS],
];

/** Chains of dependencies are short; what goes beyond is a fault, or not worth the wait. */
const MOST_UNITS = 24;
const JOURNAL_LINES = 200;

/** Asks the manager why a unit does not run: the unit first, then what it requires, as far as that is in trouble. */
export async function gatherFacts(asker: Asker, name: string, asked: Asked): Promise<Facts> {
  const units: UnitFacts[] = [];
  const seen = new Set<string>();
  let next = [name];
  while (next.length > 0 && units.length < MOST_UNITS) {
    const found: UnitFacts[] = [];
    for (const each of next.slice(0, MOST_UNITS - units.length)) {
      seen.add(each);
      found.push(await unitFacts(asker, each, asked));
    }
    units.push(...found);
    next = await troubled(asker, found, { manager: asked.manager, seen });
  }
  return { ...asked, units };
}

async function unitFacts(asker: Asker, name: string, { manager }: Asked): Promise<UnitFacts> {
  const properties = await show(asker, name, manager);
  const bare: UnitFacts = { name, properties, conditions: [], journal: [], files: [], programs: {} };
  const id = property(bare, 'Id') || name;
  const [conditions, journal, files, programs] = await Promise.all([
    conditionsOf(asker, id, manager),
    asker.ask('journalctl', journalArguments(id, manager)),
    filesOf(asker, bare),
    programsOf(asker, bare),
  ]);
  return { ...bare, name: id, conditions, journal: parseJournal(journal), files, programs };
}

const scope = (manager: Manager): string[] => (manager === 'user' ? ['--user'] : []);

async function show(asker: Asker, name: string, manager: Manager): Promise<UnitFacts['properties']> {
  const options = ['show', '--no-pager', `--property=${PROPERTIES.join(',')}`];
  const [found] = parseShow(await asker.ask('systemctl', [...scope(manager), ...options, '--', name]));
  return Object.fromEntries(found ?? []);
}

const FIELDS = [
  ...['MESSAGE', 'SYSLOG_IDENTIFIER', '_COMM', 'UNIT', 'USER_UNIT', 'INVOCATION_ID', 'USER_INVOCATION_ID'],
  '_SYSTEMD_INVOCATION_ID',
];

/** More than `--unit=` finds: what a process of systemd said of the unit before it ended, too soon for the journal to place it. */
const MATCHES = ['UNIT=NAME', '_UID=0', '+', '_SYSTEMD_UNIT=NAME', '+', 'OBJECT_SYSTEMD_UNIT=NAME', '_UID=0'];

const journalArguments = (name: string, manager: Manager): string[] => [
  ...['--no-pager', '--quiet', '--boot', '--output=json', `--output-fields=${FIELDS.join(',')}`],
  `--lines=${JOURNAL_LINES}`,
  ...(manager === 'user' ? [`--user-unit=${name}`] : MATCHES.map((word) => word.replace('NAME', () => name))),
];

/** systemctl prints no conditions, D-Bus has them: type, whether one of several, negated, value, and what came of it. */
async function conditionsOf(asker: Asker, name: string, manager: Manager): Promise<ConditionFact[]> {
  const path = `/org/freedesktop/systemd1/unit/${busLabel(name)}`;
  const object = ['org.freedesktop.systemd1', path, 'org.freedesktop.systemd1.Unit', 'Conditions', 'Asserts'];
  const printed = await asker.ask('busctl', [...scope(manager), '--json=short', 'get-property', ...object]);
  return printed.split('\n').flatMap((line) => rowsIn(line).flatMap(conditionOf));
}

function rowsIn(line: string): readonly unknown[] {
  try {
    const { data } = JSON.parse(line) as { readonly data?: unknown };
    return Array.isArray(data) ? data : [];
  } catch {
    return [];
  }
}

function conditionOf(row: unknown): ConditionFact[] {
  if (!Array.isArray(row) || row.length < 5) return [];
  const [key, isTrigger, isNegated, value, state] = row as unknown[];
  if (typeof key !== 'string' || typeof value !== 'string') return [];
  return [
    {
      key,
      value,
      isTrigger: isTrigger === true,
      isNegated: isNegated === true,
      state: state === 0 ? 'untested' : Number(state) > 0 ? 'held' : 'failed',
    },
  ];
}

/** How a name is part of an object path: `bus_label_escape()` of src/basic/bus-label.c. Names of units are ASCII. */
export const busLabel = (name: string): string =>
  [...name]
    .map((character, index) =>
      /[a-zA-Z]/.test(character) || (index > 0 && /\d/.test(character))
        ? character
        : `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    .join('');

async function filesOf(asker: Asker, unit: UnitFacts): Promise<UnitText[]> {
  const paths = [property(unit, 'FragmentPath'), ...words(unit, 'DropInPaths')];
  const texts = await Promise.all(
    paths.filter((path) => path.startsWith('/')).map(async (path) => ({ path, text: await asker.read(path) })),
  );
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}

async function programsOf(asker: Asker, { properties }: UnitFacts): Promise<Record<string, ProgramFact>> {
  const paths = COMMAND_KEYS.flatMap((key) => properties[key] ?? []).flatMap(
    (value) => /^\{ path=(.*?) ; /s.exec(value)?.[1] ?? [],
  );
  const programs: Record<string, ProgramFact> = {};
  for (const path of new Set(paths)) {
    const state = path.startsWith('/') ? await asker.look(path) : undefined;
    if (state !== undefined) programs[path] = { state, ...(await interpreterOf(asker, path, state)) };
  }
  return programs;
}

async function interpreterOf(
  asker: Asker,
  path: string,
  state: FileState | 'missing',
): Promise<Omit<ProgramFact, 'state'>> {
  if (state === 'missing' || state.type !== 'file') return {};
  const interpreter = /^#!\s*(\/\S+)/.exec((await asker.firstLine(path)) ?? '')?.[1];
  return interpreter === undefined ? {} : { interpreter, interpreterState: await asker.look(interpreter) };
}

/** The units that those found require and that do not run: they are asked about next. */
async function troubled(
  asker: Asker,
  found: readonly UnitFacts[],
  { manager, seen }: { readonly manager: Manager; readonly seen: ReadonlySet<string> },
): Promise<string[]> {
  const needed = found
    .filter((unit) => !['active', 'reloading', 'failed'].includes(property(unit, 'ActiveState')))
    .flatMap((unit) => ['Requires', 'Requisite', 'BindsTo'].flatMap((key) => words(unit, key)));
  const names = [...new Set(needed)].filter((name) => !seen.has(name));
  if (names.length === 0) return [];
  const options = ['show', '--no-pager', '--property=Id,LoadState,ActiveState'];
  const shown = parseShow(await asker.ask('systemctl', [...scope(manager), ...options, '--', ...names]));
  return names.filter((_, index) => {
    const [load, active] = ['LoadState', 'ActiveState'].map((key) => shown[index]?.get(key)?.[0]);
    return load !== undefined && (load !== 'loaded' || (active !== 'active' && active !== 'reloading'));
  });
}
