import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey, openCache } from '../cache.ts';
import type { Message } from '../messages.ts';
import { chroots, type System, system } from '../systems.ts';
import { type Daemon, daemons, filesReadBy } from './daemons.ts';

/** What a daemon said of one drop-in. */
export interface DaemonVerdict {
  readonly messages: readonly Message[];
  /** It did not read the file to its end: it refused it, or what it read made it silent. */
  readonly unfinished?: true;
}

export interface DaemonOptions {
  readonly version: number;
  /** The name of the file, as {@link daemons} has it. */
  readonly file: string;
}

/** Why nobody can be asked of a file in that version; undefined when somebody can. */
export function absence({ version, file }: DaemonOptions): string | undefined {
  if (!filesReadBy(version).includes(file)) return `the daemon of systemd ${version} reads ${file} in another syntax`;
  if (process.getuid?.() !== 0) return 'daemons are asked in namespaces, which needs root';
  if (!existsSync(join(addedTo(version), '.complete')))
    return `no daemons of systemd ${version} on this machine; test/oracle/chroots.sh fetches them`;
  return undefined;
}

/** Where the program lies that reads the file. */
export function programOf({ version, file }: DaemonOptions): string {
  const name = daemons[file]!.program[0]!;
  const added = join(addedTo(version), name);
  return existsSync(added) ? added : join(system(version).root, name);
}

/** What is laid over the root of a version: daemons that it does not have by itself. */
export const addedTo = (version: number): string => join(chroots, 'daemons', String(version));

/** Changes with what a verdict holds, so that answers of an older kind are asked again. */
const format = '5';
const batchSize = 3000;

/** What the daemon says of each text, as a drop-in of its own; from the cache where known. */
export function askDaemon(options: DaemonOptions, texts: readonly string[]): DaemonVerdict[] {
  const asked = system(options.version);
  const cache = openCache<DaemonVerdict>(`daemons-${options.version}`);
  const keys = texts.map((text) => cacheKey(format, asked.build, options.file, text));
  const isOpen = (key: string) => cache.get(key) === undefined;
  const open = new Map(texts.map((text, index) => [keys[index]!, text] as const).filter(([key]) => isOpen(key)));
  const entries = [...open];
  for (let at = 0; at < entries.length; at += batchSize) askBatch(entries.slice(at, at + batchSize));
  return keys.map((key) => cache.get(key)!);

  /** What makes the daemon silent takes the answers to others with it: it is asked alone, and those behind it again. */
  function askBatch(batch: readonly (readonly [key: string, text: string])[]): void {
    for (let rest = batch; rest.length > 0; ) {
      const verdicts = askTogether(
        options,
        rest.map(([, text]) => text),
      );
      const silent = verdicts.findIndex(({ unfinished }) => unfinished);
      const answered = silent < 0 ? rest.length : silent;
      cache.put(rest.slice(0, answered).map(([key], index) => [key, verdicts[index]!]));
      const [first] = rest.slice(answered);
      if (first) cache.put([[first[0], askTogether(options, [first[1]])[0]!]]);
      rest = rest.slice(answered + 1);
    }
  }
}

const END = 'EndOfQuestions';

function askTogether(options: DaemonOptions, texts: readonly string[]): DaemonVerdict[] {
  const daemon = daemons[options.file]!;
  const folder = mkdtempSync(join(tmpdir(), 'oracle-daemon-'));
  const end = `${daemon.section === '' ? '' : `[${daemon.section}]\n`}${END}=1\n`;
  try {
    // The first file is nobody's question: what a daemon says as it starts comes before its last line.
    for (const [index, text] of ['', ...texts].entries())
      writeFileSync(join(folder, nameOf(index)), `${text}\n\n${end}`);
    writeFileSync(join(folder, 'zzzz.conf'), end);
    return verdictsIn(run(system(options.version), daemon, folder), texts.length + 1).slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (index: number): string => `${String(index).padStart(5, '0')}.conf`;

function run({ root, version }: System, { dropIns, program }: Daemon, questions: string): string {
  const here = join(process.cwd(), 'test/oracle/daemons');
  const inside = ['bash', '-c', readFileSync(join(here, 'drop-ins.sh'), 'utf8'), 'drop-ins.sh', dropIns, ...program];
  const argv = [join(here, 'inside.sh'), root || '/', addedTo(version), questions, ...inside];
  const done = spawnSync('bash', argv, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error) throw done.error;
  return done.stdout + done.stderr;
}

const LINE = /^(?:<(\d+)>)?(.*?\/(\d{5})\.conf(?::(\d+))?:? ?)?(.*)$/;

/**
 * Sorts what a daemon wrote by drop-in. What names no file is said of the one being read: it comes before that one's last
 * line, which every daemon says it does not know.
 */
function verdictsIn(said: string, count: number): DaemonVerdict[] {
  const messages: Message[][] = Array.from({ length: count }, () => []);
  const finished = new Set<number>();
  let pending: Message[] = [];
  for (const line of said.split('\n')) {
    const [, priority, place, file, at, text = ''] = LINE.exec(line) ?? [];
    const level = priority === undefined ? levelOf(text) : Number(priority) & 7;
    if (place === undefined)
      pending.push({ level, text, ...(text.endsWith('No such device') && { environment: true as const }) });
    else if (text.includes(END)) {
      messages[Number(file)]?.push(...pending.filter(isComplaint));
      finished.add(Number(file));
      pending = [];
    } else messages[Number(file)]?.push({ level, ...(at === undefined ? {} : { line: Number(at) }), text });
  }
  return messages.map((own, index) => ({
    messages: own,
    ...(finished.has(index) ? {} : { unfinished: true as const }),
  }));
}

/** Failures to take a server, a domain or an address are said without place. */
const isComplaint = ({ level, text }: Message): boolean =>
  level <= 4 && /^(?:Failed to (?:add|parse)|Invalid|Ignoring|Domain|Server)/.test(text);

/** In its tests the manager leaves the level out; but for remarks on what is old, it says warnings there. */
const levelOf = (text: string): number =>
  /^Support for option .* has been removed|is obsolete, automatically updating/.test(text) ? 6 : 4;
