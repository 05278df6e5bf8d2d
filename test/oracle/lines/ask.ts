import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey, openCache } from '../cache.ts';
import { addedTo } from '../daemons/ask.ts';
import { system, systems } from '../systems.ts';

/** What a program said of one line, the worst first; levels are those of syslog. */
export interface LineVerdict {
  readonly messages: readonly { readonly level: number; readonly text: string }[];
}

interface Reader {
  /** The command, the file behind it. It creates and removes in namespaces that are thrown away. */
  argv(version: number): readonly string[];
  /** The same where all files are to be read as one; it does that anyway unless told. */
  atOnce?(version: number): readonly string[];
  /** A line of which it always complains, naming the line; none where {@link attribute} tells lines apart. `@INDEX@` is the line's number. */
  readonly sentinel?: string;
  /** Of what a message is, where it does not name the line as `asked.conf:1`; undefined for one that says nothing of lines. */
  attribute?(message: string, current: number): Attribution | undefined;
  /** What its files end in; `.conf` unless told. */
  readonly suffix?: string;
  /** It comes with a package of its own, which roots do not have: it is laid over them. */
  readonly isAdded?: boolean;
  /** The releases that can be asked; all unless told. */
  readonly since?: number;
  readonly until?: number;
}

/** The question that a message answers, or where the messages on one begin. */
type Attribution = { readonly index: number } | { readonly mark: number };

/** Before that there is no dry run: systemd-tmpfiles then removes what is not there, systemd-sysusers does its work, both in an overlay. */
const DRY_SINCE = { tmpfiles: 256, sysusers: 250 };

/** The first release whose udevadm judges files of rules. */
export const VERIFY_SINCE = 254;

/** A program that wants its file elsewhere, or is elsewhere itself. */
const script = (text: string): string[] => ['bash', '-c', text, 'asked'];

const readers: Readonly<Record<string, Reader>> = {
  tmpfiles: {
    argv: (version) => [
      'systemd-tmpfiles',
      ...(version >= DRY_SINCE.tmpfiles ? ['--dry-run', '--create'] : ['--remove']),
      '--boot',
    ],
    sentinel: 'sentinel',
  },
  // It reads no more files behind one that it refuses.
  sysusers: {
    argv: (version) =>
      script(`for file; do systemd-sysusers ${version >= DRY_SINCE.sysusers ? '--dry-run' : ''} "$file"; done`),
    atOnce: (version) => ['systemd-sysusers', ...(version >= DRY_SINCE.sysusers ? ['--dry-run'] : [])],
    sentinel: 'sentinel',
  },
  sysctl: {
    argv: () =>
      script(
        'for at in /usr/lib /lib; do [ -x $at/systemd/systemd-sysctl ] && exec $at/systemd/systemd-sysctl "$1"; done',
      ),
    sentinel: 'sentinel',
  },
  // It counts no lines within values, so each sentinel has a name.
  'environment-d': {
    argv: () =>
      script(
        'mkdir -p /etc/environment.d; cp "$1" /etc/environment.d/asked.conf; exec /usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator',
      ),
    sentinel: '1SENTINEL@INDEX@=1',
    attribute(message, current) {
      const sentinel = /invalid variable name "1SENTINEL(\d+)"/.exec(message)?.[1];
      return sentinel === undefined ? { index: current } : { mark: Number(sentinel) + 1 };
    },
  },
  // Newer ones look whether the kernel has binfmt_misc before they read.
  binfmt: {
    argv: () =>
      script(
        'for at in /usr/lib /lib; do [ -x $at/systemd/systemd-binfmt ] && exec $at/systemd/systemd-binfmt "$1"; done',
      ),
    sentinel: ':a/b',
    since: 252,
    until: 252,
  },
  // The generator reads the lines, systemd-cryptsetup the options; no volume is there to be opened.
  crypttab: tableReader('crypt', '"$n" /nonexistent none "$o"'),
  veritytab: tableReader('verity', '"$n" /nonexistent /nonexistent "$h"'),
  preset: {
    argv: () =>
      script(
        'd=/tmp/r/usr/lib/systemd/system-preset; mkdir -p $d /tmp/r/etc/systemd/system; cp "$1" $d/asked.preset; printf "[Service]\\nExecStart=/bin/true\\n[Install]\\nWantedBy=a.target\\n" >/tmp/r/etc/systemd/system/foo.service; exec systemctl --root=/tmp/r preset foo.service',
      ),
    sentinel: 'sentinel x',
  },
  // Before 254 there is no verify: whoever tests an event reads all rules for it.
  'udev-rules': {
    argv: (version) =>
      version >= VERIFY_SINCE
        ? ['udevadm', 'verify', '--no-summary']
        : script(
            'rm -rf /etc/udev/rules.d /usr/lib/udev/rules.d; mkdir -p /etc/udev/rules.d; cp "$@" /etc/udev/rules.d; exec udevadm test --action=add /sys/class/net/lo',
          ),
    sentinel: 'sentinel',
    suffix: '.rules',
    isAdded: true,
  },
};

/** A generator that reads a table, and the program that opens what it names: fields `n`, `d`, `h` or key, and `o` or more. */
function tableReader(what: 'crypt' | 'verity', words: string): Reader {
  return {
    argv: () =>
      script(
        [
          'mkdir -p /tmp/g; at=/usr/lib/systemd; [ -e $at/systemd-${what}setup ] || at=/lib/systemd',
          `SYSTEMD_${what.toUpperCase()}TAB="$1" $at/system-generators/systemd-${what}setup-generator /tmp/g /tmp/g /tmp/g`,
          'i=0; while read -r n d k h o; do echo "<7>mark $i"; i=$((i+1))',
          what === 'crypt' ? 'o=$h' : '',
          `[ -n "$h" ] && $at/systemd-${what}setup attach ${words} </dev/null 2>&1; done <"$1"`,
        ]
          .join('\n')
          .replaceAll('${what}', what),
      ),
    attribute(message, current) {
      const mark = /^mark (\d+)$/.exec(message)?.[1];
      if (mark !== undefined) return { mark: Number(mark) };
      if (/^Device \/|crypt_init|Failed to open verity device|^Set cipher/.test(message)) return undefined;
      const line = /^Failed to parse \/\S+:(\d+), ignoring/.exec(message)?.[1];
      if (line !== undefined) return { index: Number(line) - 1 };
      const name = /'q(\d+)'/.exec(message)?.[1];
      return { index: name === undefined ? current : Number(name) };
    },
    since: 252,
    until: 254,
  };
}

/** Whether a program of that systemd can be asked of a dialect, where the systemd is here. */
export function isAskable(version: number, dialect: string): boolean {
  const { since = 0, until = Number.POSITIVE_INFINITY } = readers[dialect]!;
  return since <= version && version <= until;
}

/** Why nobody can be asked; undefined when somebody can. */
export function absence(version: number): string | undefined {
  if (process.getuid?.() !== 0) return 'the programs are asked in namespaces, which needs root';
  return systems().has(version) ? undefined : `no systemd ${version} on this machine; test/oracle/chroots.sh builds it`;
}

const format = '4';
const batchSize = 4000;
/** Where a program is started for each line. */
const slowBatchSize = 200;

/** What the program says of each line by itself; `@NAME@` in a line becomes a name of its own. From the cache where known. */
export function askLines(version: number, dialect: string, lines: readonly string[]): LineVerdict[] {
  const cache = openCache<LineVerdict>(`lines-${dialect}-${version}`);
  const keys = lines.map((line) => cacheKey(format, system(version).build, dialect, line));
  const open = [...new Map(lines.map((line, index) => [keys[index]!, line] as const))].filter(
    ([key]) => cache.get(key) === undefined,
  );
  const size = dialect.endsWith('tab') ? slowBatchSize : batchSize;
  for (let at = 0; at < open.length; at += size) {
    const batch = open.slice(at, at + size);
    const verdicts = askTogether(
      version,
      dialect,
      batch.map(([, line]) => line),
    );
    cache.put(batch.map(([key], index) => [key, verdicts[index]!]));
  }
  return keys.map((key) => cache.get(key)!);
}

/** The line asked about, with a name that no other has. */
export const named = (line: string, index: number): string => line.replaceAll('@NAME@', `q${index}`);

/**
 * Behind each line stands one of which the program complains by its number: what names no line was said of the one before.
 */
function askTogether(version: number, dialect: string, lines: readonly string[]): LineVerdict[] {
  const reader = readers[dialect]!;
  const sentinelOf = (index: number): string =>
    reader.sentinel ? `${reader.sentinel.replace('@INDEX@', `${index}`)}\n` : '';
  const text = lines.map((line, index) => `${named(line, index)}\n${sentinelOf(index)}`).join('');
  const said = runProgram({ version, argv: reader.argv(version) }, new Map([['asked.conf', text]]));
  const verdicts = lines.map((): { level: number; text: string }[] => []);
  let current = 0;
  for (const raw of said.split('\n')) {
    const [, priority, number, message = ''] = /^<(\d+)>(?:\[?\/\S*\/asked\.\w+:(\d+)\]?:? ?)?(.*)$/.exec(raw) ?? [];
    if (priority === undefined) continue;
    const level = Number(priority) & 7;
    if (reader.attribute) {
      const found = reader.attribute(message, current);
      if (found && 'mark' in found) current = found.mark;
      else if (found) verdicts[found.index]?.push({ level, text: message });
      continue;
    }
    if (number === undefined) verdicts[current]?.push({ level, text: message });
    else if (Number(number) % 2 === 0) current = Number(number) / 2;
    else verdicts[(Number(number) - 1) / 2]!.push({ level, text: message });
  }
  return verdicts.map((messages) => ({ messages }));
}

interface SaidAtLine {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** What the program says of files, in the order of the files, read one by one or at once; what names no line is said of the first, or left out. */
export function saidOfFiles(
  version: number,
  dialect: string,
  texts: readonly string[],
  { atOnce = false } = {},
): SaidAtLine[][] {
  const reader = readers[dialect]!;
  const argv = (atOnce && reader.atOnce ? reader.atOnce : reader.argv)(version);
  const cache = openCache<SaidAtLine[][]>(`line-files-${dialect}-${version}`);
  const key = cacheKey(format, system(version).build, argv.join(' '), ...texts);
  const known = cache.get(key);
  if (known) return known;
  const { suffix = '.conf', isAdded } = reader;
  const names = texts.map((_, index) => `asked${index}${suffix}`);
  const found = texts.map((): SaidAtLine[] => []);
  const said = runProgram({ version, argv, isAdded }, new Map(names.map((name, at) => [name, texts[at]!])));
  for (const raw of said.split('\n')) {
    const match = /^<(\d+)>\[?\/\S*\/asked(\d+)\.\w+:(\d+)\]?:? ?(.*)$/.exec(raw);
    if (match) found[Number(match[2])]!.push({ line: Number(match[3]), level: Number(match[1]) & 7, text: match[4]! });
    const whole = /^<(\d+)>(Failed to parse rules file) \/\S*\/asked(\d+)\.\w+: (.*)$/.exec(raw);
    if (whole)
      found[Number(whole[3])]!.push({ line: 1, level: Number(whole[1]) & 7, text: `${whole[2]}: ${whole[4]}` });
  }
  cache.put([[key, found]]);
  return found;
}

interface Run {
  readonly version: number;
  readonly argv: readonly string[];
  readonly isAdded?: boolean | undefined;
}

/** What a program prints that reads some files, by name, inside of its namespaces. */
function runProgram({ version, argv, isAdded = false }: Run, files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-lines-'));
  const [questions, added] = [join(folder, 'questions'), join(folder, 'added')];
  try {
    mkdirSync(questions);
    mkdirSync(added);
    for (const [name, text] of files) writeFileSync(join(questions, name), text);
    const inside = join(process.cwd(), 'test/oracle/daemons/inside.sh');
    const words = [
      inside,
      system(version).root || '/',
      isAdded ? addedTo(version) : added,
      questions,
      ...argv,
      ...[...files.keys()].map((name) => `/run/questions/${name}`),
    ];
    const done = spawnSync('bash', words, { encoding: 'utf8', maxBuffer: 2 ** 29, timeout: 60_000 });
    if (done.error) throw done.error;
    return done.stdout + done.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
