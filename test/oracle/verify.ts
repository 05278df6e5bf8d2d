import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheKey, openCache } from './cache.ts';
import { attribute, type Message, type Verdict } from './messages.ts';
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

/**
 * What systemd says of these files, read together from one directory: relative name (`a.service`,
 * `a.service.d/x.conf`) to text. `judged` are the units to verify, all top-level ones when not given.
 */
export function verifyFiles(
  options: VerifyOptions & {
    readonly files: ReadonlyMap<string, string | Buffer>;
    readonly judged?: readonly string[];
  },
): Map<string, Verdict> {
  const { files, manager = 'system' } = options;
  const judged = options.judged ?? [...files.keys()].filter((name) => !name.includes('/'));
  const asked = system(options.version);
  const directory = mkdtempSync(join(asked.root === '' ? '/tmp' : join(asked.root, 'tmp'), 'oracle-'));
  try {
    for (const stub of stubs) write(join(directory, 'stubs', `${stub}.target`), '[Unit]\n');
    for (const [name, text] of files) write(join(directory, 'units', name), text);
    return ask(asked, manager, directory.slice(asked.root.length), [...files.keys()], judged);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One unit of {@link verifyEach}: the name must be its own among all questions of the call. */
export interface Question {
  readonly name: string;
  readonly text: string;
  /** Units beside it which systemd needs to be content, such as the service of a socket. */
  readonly partners?: Readonly<Record<string, string>>;
}

const batchSize = 400;

/** Many questions that have nothing to do with each other, hundreds per process, answered from the cache where known. */
export function verifyEach(options: VerifyOptions, questions: readonly Question[]): Verdict[] {
  const { version, manager = 'system' } = options;
  const cache = openCache<Verdict>(`verify-${version}-${manager}`);
  const { build } = system(version);
  const keys = questions.map(({ name, text, partners }) => cacheKey(build, name, text, JSON.stringify(partners ?? {})));
  const open = questions
    .map((question, index) => ({ question, key: keys[index] ?? '' }))
    .filter((q) => !cache.get(q.key));
  for (let start = 0; start < open.length; start += batchSize) {
    const batch = open.slice(start, start + batchSize);
    const verdicts = verifyBatch(
      options,
      batch.map((q) => q.question),
    );
    cache.put(batch.map((q, index) => [q.key, verdicts[index] ?? { refused: false, messages: [] }]));
  }
  return keys.map((key) => cache.get(key) as Verdict);
}

/** A message that names no unit is given to the right one by asking again in halves. */
function verifyBatch(options: VerifyOptions, batch: readonly Question[]): Verdict[] {
  const files = new Map<string, string>();
  for (const { name, text, partners } of batch) {
    files.set(name, text);
    for (const [partner, body] of Object.entries(partners ?? {})) files.set(partner, body);
  }
  const judged = batch.map((question) => question.name);
  const verdicts = verifyFiles({ ...options, files, judged });
  if (verdicts.has('') && batch.length > 1) {
    const middle = batch.length >> 1;
    return [...verifyBatch(options, batch.slice(0, middle)), ...verifyBatch(options, batch.slice(middle))];
  }
  const stray: readonly Message[] = verdicts.get('')?.messages ?? [];
  return judged.map((name) => {
    const { refused, messages } = verdicts.get(name) ?? { refused: false, messages: [] };
    return { refused, messages: [...messages, ...stray] };
  });
}

function ask(asked: System, manager: Manager, directory: string, files: readonly string[], judged: readonly string[]) {
  const env = {
    SYSTEMD_LOG_TARGET: 'console-prefixed',
    SYSTEMD_LOG_LEVEL: 'info',
    SYSTEMD_UNIT_PATH: `${directory}/stubs`,
    // The user manager wants to know where it lives.
    XDG_RUNTIME_DIR: directory,
    HOME: directory,
  };
  const flags = ['--man=no', '--generators=no', '--recursive-errors=yes', ...(manager === 'user' ? ['--user'] : [])];
  const paths = judged.map((name) => `./${name}`);
  const answer = run(asked, ['systemd-analyze', 'verify', ...flags, ...paths], { env, cwd: `${directory}/units` });
  return attribute(answer.stderr, { directory: `${directory}/units`, files, judged });
}

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
