import { parseJournalEntry } from '../../../server/src/index.ts';
import type { BootTimes, UnitTimes } from './boot-times.ts';
import type { Command } from './command.ts';

/** The boots that the journal has; times are to be asked in UTC. */
export const listBoots: Command = { program: 'journalctl', args: ['--list-boots', '--no-pager'] };

const decode = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

/** One line of this boot: the list of boots goes by time, and clocks may have been wrong. */
export const askThisBoot: Command = {
  program: 'journalctl',
  args: ['--boot', '--no-pager', '--lines=1', '--output=json', '--output-fields=_BOOT_ID'],
};

/** The id of the boot that a line is of. */
export const bootIdOf = (output: string): string | undefined =>
  parseJournalEntry(output.trim().split('\n').at(-1) ?? '', decode)?.field('_BOOT_ID') || undefined;

/** A boot of the journal. */
export interface Boot {
  readonly id: string;
  /** When its first line was written, as the journal prints it in UTC. */
  readonly first: string;
}

/** Reads {@link listBoots}, the latest first. */
export function parseBoots(output: string): Boot[] {
  return output
    .split('\n')
    .flatMap((line): Boot[] => {
      const [, id, first] = /^\s*-?\d+ ([0-9a-f]{32}) \w{3} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC)/.exec(line) ?? [];
      return id === undefined || first === undefined ? [] : [{ id, first }];
    })
    .reverse();
}

/** What systemd says when it starts a unit, has started it, could not, and has done with the boot (sd-messages.h). */
const MESSAGES = {
  starting: '7d4958e842da4a758f6c1cdc7b36dcc5',
  started: '39f53479d3a045ac8e11786248231fbf',
  failed: 'be02cf6855d2428ba40df7e9d022f03d',
  finished: 'b07a249cd024414a82dd00cd181378ff',
} as const;

const FIELDS = ['MESSAGE', 'MESSAGE_ID', 'UNIT', 'PRIORITY', 'SYSLOG_IDENTIFIER', '_SYSTEMD_UNIT', '_TRANSPORT'];

/** Longer than a boot takes: what is said later of units is not the boot any more. */
const MINUTES = 15;

const ofBoot = ({ id, first }: Boot, ...more: readonly string[]): Command => {
  const end = new Date(Date.parse(first.replace(' UTC', 'Z').replace(' ', 'T')) + MINUTES * 60_000);
  const until = `${end.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const fields = [...FIELDS, 'USERSPACE_USEC', '_SOURCE_MONOTONIC_TIMESTAMP'].join(',');
  return {
    program: 'journalctl',
    args: [
      ...[`--boot=${id}`, '--no-pager', '--output=json', '--all', `--until=${until}`],
      ...[`--output-fields=${fields}`, ...more],
    ],
  };
};

/** What the system manager said of units in a boot, and what it told the kernel before there was a journal. */
export const askUnitMessages = (boot: Boot): Command =>
  ofBoot(
    boot,
    ...Object.values(MESSAGES).map((message) => `MESSAGE_ID=${message}`),
    ...['+', '_TRANSPORT=kernel', 'SYSLOG_IDENTIFIER=systemd'],
  );

/** Warnings and errors of a boot. */
export const askProblems = (boot: Boot): Command => ofBoot(boot, '--priority=warning');

/** A line of the journal beside a boot. Time is microseconds since the machine's monotonic clock began. */
export interface BootMessage {
  readonly time: number;
  readonly unit: string;
  /** 0 emerg … 7 debug. */
  readonly priority: number;
  readonly text: string;
}

const LONGEST = 500;

/** The journal reads what the kernel has all at once, when it starts: the kernel's own clock tells when it was said. */
const timeOf = (field: (name: string) => string): number =>
  (field('_TRANSPORT') === 'kernel' && Number(field('_SOURCE_MONOTONIC_TIMESTAMP'))) ||
  Number(field('__MONOTONIC_TIMESTAMP'));

export function parseMessages(output: string): BootMessage[] {
  return output.split('\n').flatMap((line) => {
    const entry = parseJournalEntry(line, decode);
    if (!entry) return [];
    const { field, message } = entry;
    const unit = field('UNIT') || field('_SYSTEMD_UNIT');
    const priority = Number.parseInt(field('PRIORITY'), 10);
    return [
      {
        time: timeOf(field),
        unit: unit || (field('_TRANSPORT') === 'kernel' ? 'kernel' : field('SYSLOG_IDENTIFIER')),
        priority: Number.isNaN(priority) ? 6 : priority,
        text: message.slice(0, LONGEST),
      },
    ];
  });
}

/** What the messages of a boot tell of its units; `origin` is when the manager began, by the monotonic clock. */
export interface ReconstructedBoot extends BootTimes {
  readonly origin: number;
  /** Units whose start failed. */
  readonly failed: ReadonlySet<string>;
}

/** `Started ssh.service - OpenBSD …`, as the kernel has it of a manager that had no journal yet. */
const SPOKEN =
  /^(Starting|Mounting|Activating swap|Started|Finished|Mounted|Reached target|Listening on|Created slice|Set up automount|Activated swap|Found device|Failed to start|Failed to mount) (\S+\.(?:service|socket|target|mount|automount|swap|slice|path|timer|device|scope))\b/;

interface Times {
  starting?: number;
  done?: number;
  failed?: boolean;
}

/**
 * A boot by what systemd said of it (`askUnitMessages`). Unlike what `systemctl show` has of this boot it is no measurement: a
 * message is as late as the journal took it, a unit without a message at its beginning has no duration, and units of which
 * systemd says nothing (devices, scopes) are missing.
 */
export function reconstructBoot(output: string): ReconstructedBoot {
  const units = new Map<string, Times>();
  let end: { readonly at: number; readonly took: number } | undefined;
  let first: number | undefined;
  for (const line of output.split('\n')) {
    const entry = parseJournalEntry(line, decode);
    if (!entry) continue;
    const at = timeOf(entry.field);
    first ??= at;
    if (entry.field('MESSAGE_ID') === MESSAGES.finished) end ??= { at, took: Number(entry.field('USERSPACE_USEC')) };
    const said = saidOf(entry.field, entry.message);
    if (!said) continue;
    const known = units.get(said.unit) ?? {};
    // What happens to a unit after its first start is not the boot any more.
    if (said.what === 'starting') known.starting ??= at;
    else if (known.done === undefined)
      Object.assign(known, { done: at, ...(said.what === 'failed' && { failed: true }) });
    units.set(said.unit, known);
  }
  const origin = end && end.took > 0 ? end.at - end.took : (first ?? 0);
  const times = [...units].map(([name, each]) => timesOf(name, each, origin));
  return {
    origin,
    units: times.sort((a, b) => a.start - b.start || a.name.localeCompare(b.name)),
    ...(end && { finish: end.at - origin }),
    failed: new Set([...units].flatMap(([name, { failed }]) => (failed ? [name] : []))),
  };
}

function saidOf(field: (name: string) => string, message: string) {
  const unit = field('UNIT');
  const id = field('MESSAGE_ID');
  if (id === MESSAGES.starting && unit) return { unit, what: 'starting' as const };
  if (id === MESSAGES.started && unit) return { unit, what: 'done' as const };
  if (id === MESSAGES.failed && unit) return { unit, what: 'failed' as const };
  if (field('_TRANSPORT') !== 'kernel') return undefined;
  const [, verb = '', name] = SPOKEN.exec(message) ?? [];
  if (name === undefined) return undefined;
  const what = /ing/.test(verb) && verb !== 'Listening on' ? 'starting' : /^Failed/.test(verb) ? 'failed' : 'done';
  return { unit: name, what } as const;
}

function timesOf(name: string, { starting, done }: Times, origin: number): UnitTimes {
  const start = starting ?? done ?? origin;
  return {
    ...{ name, description: '', path: '', start: start - origin },
    ...(done !== undefined && { active: done - origin }),
    took: starting !== undefined && done !== undefined && done >= starting ? done - starting : 0,
  };
}
