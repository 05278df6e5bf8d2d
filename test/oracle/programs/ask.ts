import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey, openCache } from '../cache.ts';
import type { Message } from '../messages.ts';
import { chroots, system } from '../systems.ts';
import { nameOf, type Program, programs } from './programs.ts';

/** What a program said of one file. */
export interface ProgramVerdict {
  readonly messages: readonly Message[];
  /** It did not read the file to its end. */
  readonly unfinished?: true;
}

export interface ProgramOptions {
  readonly version: number;
  /** The suffix of the file, as {@link programs} has it. */
  readonly kind: string;
}

/** Why nobody can be asked of a kind of file in that version; undefined when somebody can. */
export function absence({ version, kind }: ProgramOptions): string | undefined {
  if ((programs[kind]!.from ?? 0) > version) return `systemd ${version} reads no such files: .${kind}`;
  if (process.getuid?.() !== 0) return 'the programs are asked in namespaces, which needs root';
  if (!existsSync(join(addedTo(version), '.complete')))
    return `no programs of systemd ${version} on this machine; test/oracle/chroots.sh fetches them`;
  const [name = ''] = programs[kind]!.argv;
  const places = name.startsWith('/') ? [name] : [`/usr/bin/${name}`, `/bin/${name}`];
  const isThere = [addedTo(version), system(version).root].some((root) => places.some((at) => existsSync(root + at)));
  return isThere ? undefined : `Debian's systemd ${version} is without ${name}`;
}

const addedTo = (version: number): string => join(chroots, 'daemons', String(version));

/** Changes with what a verdict holds, so that answers of an older kind are asked again. */
const format = '3';
const batchSize = 4000;
const END = 'EndOfQuestions';

/** What the program says of each text, as a file of its own; `@NAME@` in a text becomes a name of its own. From the cache where known. */
export function askProgram(options: ProgramOptions, texts: readonly string[]): ProgramVerdict[] {
  const { build } = system(options.version);
  const cache = openCache<ProgramVerdict>(`programs-${options.version}`);
  const keys = texts.map((text) => cacheKey(format, build, options.kind, text));
  const open = [...new Map(texts.map((text, index) => [keys[index]!, text] as const))].filter(
    ([key]) => cache.get(key) === undefined,
  );
  for (let at = 0; at < open.length; at += batchSize) {
    const batch = open.slice(at, at + batchSize);
    const verdicts = askTogether(
      options,
      batch.map(([, text]) => text),
    );
    cache.put(batch.map(([key], index) => [key, verdicts[index]!]));
  }
  return keys.map((key) => cache.get(key)!);
}

function askTogether(options: ProgramOptions, texts: readonly string[]): ProgramVerdict[] {
  const program = programs[options.kind]!;
  const folder = mkdtempSync(join(tmpdir(), 'oracle-program-'));
  const end = `[${program.section}]\n${END}=1\n`;
  try {
    for (const [index, text] of ['', ...texts].entries()) {
      const number = String(index).padStart(5, '0');
      const own = text.replaceAll('@NAME@', `q${number}`);
      writeFileSync(join(folder, `${number}.${options.kind}`), `${own}\n\n${end}`);
    }
    if (!program.isAskedEach) writeFileSync(join(folder, `zzzzz.${options.kind}`), end);
    const said = run(options, program, folder);
    const verdicts = program.isAskedEach ? saidOfEach(said, texts.length + 1) : saidTogether(said, texts.length + 1);
    return verdicts.slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run({ version, kind }: ProgramOptions, { folder, argv, isAskedEach }: Program, questions: string): string {
  const daemons = join(process.cwd(), 'test/oracle/daemons');
  const read = readFileSync(join(process.cwd(), 'test/oracle/programs/read.sh'), 'utf8');
  const inside = ['bash', '-c', read, 'read.sh', folder, isAskedEach ? 'each' : 'together', nameOf(kind), ...argv];
  const words = [join(daemons, 'inside.sh'), system(version).root || '/', addedTo(version), questions, ...inside];
  const done = spawnSync('bash', words, { encoding: 'utf8', maxBuffer: 2 ** 29 });
  if (done.error) throw done.error;
  return done.stdout + done.stderr;
}

const LINE = /^(?:<(\d+)>)?(?:(?:\S*\/)?(\d{5}|zzzzz)\.[a-z-]+(?::(\d+))?: ?)?(.*)$/;
/** A file that is named in the sentence, or by what it makes. */
const NAMED = /\/(\d{5}|zzzzz)\.[a-z-]+|^q(\d{5}): |^(\d{5}|zzzzz) /;

/** Sorts what was said by file. What names no file is said of the one being read: it comes before that one's last line. */
function saidTogether(said: string, count: number): ProgramVerdict[] {
  const messages: Message[][] = Array.from({ length: count }, () => []);
  const finished = new Set<number>();
  let pending: Message[] = [];
  for (const line of said.split('\n')) {
    const [, priority, placed, at, text = ''] = LINE.exec(line) ?? [];
    const level = priority === undefined ? 4 : Number(priority) & 7;
    const [, ...named] = NAMED.exec(text) ?? [];
    const file = placed ?? named.find((number) => number !== undefined);
    if (file === undefined) pending.push({ level, text });
    else if (text.includes(END)) {
      messages[Number(file)]?.push(...pending.filter(({ level }) => level <= 4));
      finished.add(Number(file));
      pending = [];
    } else messages[Number(file)]?.push({ level, ...(at === undefined ? {} : { line: Number(at) }), text });
  }
  return verdictsOf(messages, finished);
}

const verdictsOf = (messages: readonly Message[][], finished: ReadonlySet<number>): ProgramVerdict[] =>
  messages.map((own, index) => ({
    messages: own,
    ...(finished.has(index) ? {} : { unfinished: true as const }),
  }));

const EACH = /^(?:<(\d+)>)?(?:\S*[/.]asked\.[a-z-]+(?::(\d+))?: ?)?(.*)$/;

function saidOfEach(said: string, count: number): ProgramVerdict[] {
  const messages: Message[][] = Array.from({ length: count }, () => []);
  const finished = new Set<number>();
  let current = -1;
  for (const line of said.split('\n')) {
    const next = /^@@ (\d{5})\./.exec(line)?.[1];
    if (next !== undefined) current = Number(next);
    else if (line.includes(END)) finished.add(current);
    else if (line !== '') {
      const [, priority, at, text = ''] = EACH.exec(line) ?? [];
      const level = priority === undefined ? 6 : Number(priority) & 7;
      messages[current]?.push({ level, ...(at === undefined ? {} : { line: Number(at) }), text });
    }
  }
  return verdictsOf(messages, finished);
}
