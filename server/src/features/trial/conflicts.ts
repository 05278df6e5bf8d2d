import type { Asker } from '../why/gather.ts';
import { parseShow } from '../why/show-output.ts';
import type { TrialPlan, Variant } from './trial-plan.ts';

/** What a trial would share with what is there, or leave behind; asked before it begins. */
export interface Conflicts {
  /** What the user has to know before; sentences. */
  readonly harms: readonly string[];
  /** What the trial does otherwise for it. */
  readonly variant: Variant;
  /** Kinds of directories that are not there yet, which go when the trial ends; for `systemctl clean`. */
  readonly clean: readonly string[];
}

/** Directories that systemd makes for a service and leaves where they are; where the system manager has them. */
const LASTING: Readonly<Record<string, { readonly folder: string; readonly what: string }>> = {
  StateDirectory: { folder: '/var/lib', what: 'state' },
  CacheDirectory: { folder: '/var/cache', what: 'cache' },
  LogsDirectory: { folder: '/var/log', what: 'logs' },
  ConfigurationDirectory: { folder: '/etc', what: 'configuration' },
};

/** What two runs of a service cannot both have. */
const EXCLUSIVE: Readonly<Record<string, string>> = {
  BusName: 'the name on the bus belongs to the running service',
  PIDFile: 'the running service has written its process there',
  RuntimeDirectory: 'both use the same folder below /run',
};

const NEEDS = ['Requires', 'BindsTo', 'Wants', 'Requisite'];

/** Looks at the machine for what a trial of a service would share with the installed one. */
export async function conflictsOf(asker: Asker, plan: TrialPlan): Promise<Conflicts> {
  const needed = valuesOf(plan, 'Unit', NEEDS).flatMap(({ value }) => wordsOf(value));
  const states = await statesOf(asker, plan, [plan.unit, ...needed]);
  const own = states.get(plan.unit);
  const isRunning = isUp(own?.active);
  const lasting = await lastingDirectories(asker, plan);
  return {
    harms: [
      ...(isRunning ? harmsBeside(plan) : []),
      ...socketsOf(plan, own),
      ...lasting.harms,
      ...startedUnits(needed, states),
      ...commandsAboutItself(plan),
    ],
    variant: isRunning && has(plan, 'RuntimeDirectory') ? { add: ['RuntimeDirectoryPreserve=yes'] } : {},
    clean: lasting.clean,
  };
}

const wordsOf = (value: string): string[] => value.split(/\s+/).filter((word) => word !== '' && !word.includes('%'));

const valuesOf = ({ lines }: TrialPlan, section: string, keys: readonly string[]) =>
  lines.filter((line) => line.section === section && keys.includes(line.key) && line.value !== '');

const has = (plan: TrialPlan, key: string): boolean => valuesOf(plan, 'Service', [key]).length > 0;

const isUp = (state: string | undefined): boolean =>
  state === 'active' || state === 'reloading' || state === 'activating';

function harmsBeside(plan: TrialPlan): string[] {
  const shared = valuesOf(plan, 'Service', Object.keys(EXCLUSIVE));
  return [
    `${plan.unit} is running, and the trial runs beside it: a port, socket or file that only one of them can have is taken.`,
    ...shared.map(({ key, value }) => `${key}=${value}: ${EXCLUSIVE[key]}.`),
  ];
}

async function lastingDirectories(asker: Asker, plan: TrialPlan): Promise<{ harms: string[]; clean: string[] }> {
  const harms: string[] = [];
  const clean: string[] = [];
  for (const [key, { folder, what }] of Object.entries(LASTING)) {
    const lines = valuesOf(plan, 'Service', [key]);
    if (lines.length === 0) continue;
    const paths = lines.flatMap(({ value }) => wordsOf(value)).map((word) => `${folder}/${word.replace(/:.*/, '')}`);
    const isPlain = plan.manager === 'system' && !lines.some(({ value }) => /[%:"'\\]/.test(value));
    const found = isPlain ? await Promise.all(paths.map((path) => asker.look(path))) : [undefined];
    if (isPlain && found.every((state) => state === 'missing')) clean.push(what);
    else {
      const there = isPlain ? paths.filter((_, index) => found[index] !== 'missing') : [];
      harms.push(
        there.length > 0
          ? `${key}=: the trial works on what is in ${there.join(', ')}.`
          : `${key}=: what the trial puts there stays there.`,
      );
    }
  }
  return { harms, clean };
}

const startedUnits = (needed: readonly string[], states: ReadonlyMap<string, Known>): string[] =>
  [...new Set(needed)]
    .filter((name) => states.get(name)?.active === 'inactive')
    .map((name) => `${name} is needed and does not run: it is started, and stays up when the trial has ended.`);

/** `systemctl reload web.service` in a command of its own means the installed unit. */
function commandsAboutItself(plan: TrialPlan): string[] {
  const commands = plan.lines.filter(({ key, value }) => key.startsWith('Exec') && value.includes(plan.unit));
  return commands
    .filter(({ value }) => /systemctl|systemd-run|busctl/.test(value))
    .map(({ key }) => `${key}= names ${plan.unit}: that command acts on the installed unit.`);
}

/** What is installed may be started by a socket, whose connections belong to it. */
const socketsOf = ({ unit }: TrialPlan, own: Known | undefined): string[] =>
  (own?.triggeredBy ?? [])
    .filter((name) => name.endsWith('.socket'))
    .map((name) => `${name} hands its sockets to the installed ${unit}; the trial gets none of them.`);

interface Known {
  readonly active: string;
  readonly triggeredBy: readonly string[];
}

async function statesOf(asker: Asker, { manager }: TrialPlan, names: readonly string[]): Promise<Map<string, Known>> {
  const scope = manager === 'user' ? ['--user'] : [];
  const unique = [...new Set(names)];
  const printed = await asker.ask('systemctl', [
    ...[...scope, 'show', '--no-pager', '--property=LoadState,ActiveState,TriggeredBy', '--'],
    ...unique,
  ]);
  const shown = parseShow(printed);
  return new Map(
    unique.flatMap((name, index) => {
      const found = shown[index];
      if (found?.get('LoadState')?.[0] !== 'loaded') return [];
      const triggeredBy = wordsOf(found.get('TriggeredBy')?.[0] ?? '');
      return [[name, { active: found.get('ActiveState')?.[0] ?? '', triggeredBy }]];
    }),
  );
}
