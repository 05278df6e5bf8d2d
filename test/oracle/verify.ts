import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheKey, openCache } from './cache.ts';
import { attribute, type Batch, type Verdict } from './messages.ts';
import { run, type System, system } from './systems.ts';

export type Manager = 'system' | 'user';

export interface VerifyOptions {
  readonly version: number;
  readonly manager?: Manager;
}

/** Targets every unit depends on by default; without them each unit drowns in "not found". */
const stubs = (
  'sysinit basic shutdown default multi-user graphical rescue emergency exit final umount swap slices sockets timers ' +
  'paths local-fs local-fs-pre remote-fs remote-fs-pre network network-pre network-online nss-lookup nss-user-lookup ' +
  'time-set time-sync initrd-root-device initrd-root-fs initrd-fs initrd reboot poweroff halt kexec soft-reboot'
).split(' ');

export interface FilesOptions extends VerifyOptions {
  /** Relative name (`a.service`, `a.service.d/x.conf`) to text. */
  readonly files: ReadonlyMap<string, string | Buffer>;
  /** The units to verify; all top-level ones when not given. */
  readonly judged?: readonly string[];
  /** Tell messages that name no unit apart, by a unit between every two that always has something to say. */
  readonly separated?: boolean;
}

/** What systemd says of these files, read together from one directory. */
export function verifyFiles(options: FilesOptions): Map<string, Verdict> {
  const { files, manager = 'system', separated = false } = options;
  const judged = options.judged ?? [...files.keys()].filter((name) => !name.includes('/'));
  const asked = system(options.version);
  const directory = mkdtempSync(join(asked.root, '/tmp/oracle-'));
  const separators = separated ? judged.map((_, index) => `separator-${index}.service`) : [];
  try {
    for (const [name, text] of files) write(join(directory, 'units', name), text);
    for (const name of separators) write(join(directory, 'units', name), separator);
    return ask(asked, {
      manager,
      directory: directory.slice(asked.root.length),
      files: [...files.keys()],
      judged,
      separators,
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const separator = '[Service]\nExecStart=/bin/true\nSeparator=1\n';

/** One unit of {@link verifyEach}: the name must be its own among all questions of the call. */
export interface Question {
  readonly name: string;
  readonly text: string;
  /** Units beside it which systemd needs to be content, such as the service of a socket. */
  readonly partners?: Readonly<Record<string, string>>;
}

const batchSize = 400;

/** Changes with what a verdict holds, so that answers of an older kind are asked again. */
const format = '2';

/** Many questions that have nothing to do with each other, hundreds per process, answered from the cache where known. */
export function verifyEach(options: VerifyOptions, questions: readonly Question[]): Verdict[] {
  const { version, manager = 'system' } = options;
  const cache = openCache<Verdict>(`verify-${version}-${manager}`);
  const { build } = system(version);
  const keys = questions.map(({ name, text, partners }) =>
    cacheKey(format, build, name, text, JSON.stringify(partners ?? {})),
  );
  const open = questions
    .map((question, index) => ({ question, key: keys[index] ?? '' }))
    .filter((q) => !cache.get(q.key));
  for (let start = 0; start < open.length; start += batchSize) {
    const batch = open.slice(start, start + batchSize);
    const verdicts = verifyApart(
      options,
      batch.map((q) => q.question),
    );
    cache.put(batch.map((q, index) => [q.key, verdicts[index] ?? { refused: false, messages: [] }]));
  }
  return keys.map((key) => cache.get(key) as Verdict);
}

/** An older systemd aborts at some units, and has nothing to say of the others: those are asked among fewer, in the end alone. */
function verifyApart(options: VerifyOptions, batch: readonly Question[]): Verdict[] {
  try {
    return verifyBatch(options, batch);
  } catch (error) {
    if (!(error instanceof Aborted)) throw error;
    if (batch.length === 1) return [{ refused: true, refusal: error.message, messages: [] }];
    const half = Math.ceil(batch.length / 2);
    return [...verifyApart(options, batch.slice(0, half)), ...verifyApart(options, batch.slice(half))];
  }
}

/** systemd ended itself; the message is its last word. */
class Aborted extends Error {}

/** Messages that name no unit are rare, so only a batch that has some is asked again with separators. */
function verifyBatch(options: VerifyOptions, batch: readonly Question[]): Verdict[] {
  const files = new Map<string, string>();
  for (const { name, text, partners } of batch) {
    files.set(name, text);
    for (const [partner, body] of Object.entries(partners ?? {})) files.set(partner, body);
  }
  const judged = batch.map((question) => question.name);
  const together = verifyFiles({ ...options, files, judged });
  const verdicts = together.has('') ? verifyFiles({ ...options, files, judged, separated: true }) : together;
  return batch.map((question) => withDropIns(question, verdicts));
}

/** The verdict on the unit with what is said of its drop-ins. */
function withDropIns({ name, partners = {} }: Question, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const own = verdicts.get(name) ?? { refused: false, messages: [] };
  const dropIns = Object.keys(partners).filter((partner) => partner.startsWith(`${name}.d/`));
  if (dropIns.length === 0) return own;
  const added = dropIns.flatMap((file) =>
    (verdicts.get(file)?.messages ?? []).map((message) => ({ ...message, file })),
  );
  return { ...own, messages: [...own.messages, ...added] };
}

/** The release that brought the option; NEWS of 250. */
export const RECURSIVE_ERRORS_SINCE = 250;

interface Asking extends Batch {
  readonly manager: Manager;
}

function ask(asked: System, { manager, ...batch }: Asking): Map<string, Verdict> {
  const { directory } = batch;
  const env = {
    SYSTEMD_LOG_TARGET: 'console-prefixed',
    SYSTEMD_LOG_LEVEL: 'info',
    SYSTEMD_LOG_COLOR: '0',
    SYSTEMD_UNIT_PATH: stubsIn(asked),
    // The user manager wants to know where it lives.
    XDG_RUNTIME_DIR: directory,
    HOME: directory,
  };
  // Older ones look at dependencies anyway.
  const recursive = asked.version >= RECURSIVE_ERRORS_SINCE ? ['--recursive-errors=yes'] : [];
  const flags = ['--man=no', '--generators=no', ...recursive, ...(manager === 'user' ? ['--user'] : [])];
  const names = batch.judged.flatMap((name, index) => [name, batch.separators[index] ?? []].flat());
  const argv = ['systemd-analyze', 'verify', ...flags, ...names.map((name) => `./${name}`)];
  const answer = run(asked, argv, { env, cwd: `${directory}/units` });
  const aborted = /Assertion .* Aborting\./.exec(answer.stderr);
  if (aborted) throw new Aborted(aborted[0]);
  if (/unrecognized option/.test(answer.stderr)) throw new Error(`systemd ${asked.version}: ${answer.stderr}`);
  return attribute(answer.stderr, { ...batch, directory: `${directory}/units` });
}

const stubbed = new Set<System>();

/** A directory of stub targets in that system, kept from run to run. */
function stubsIn(asked: System): string {
  const inside = `/tmp/systemd-units-stubs-${process.getuid?.() ?? 0}`;
  if (!stubbed.has(asked)) for (const stub of stubs) write(join(asked.root, inside, `${stub}.target`), '[Unit]\n');
  stubbed.add(asked);
  return inside;
}

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
