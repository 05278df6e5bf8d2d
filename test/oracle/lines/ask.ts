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
  /** A line of which it always complains, naming the line. */
  readonly sentinel: string;
  /** What its files end in; `.conf` unless told. */
  readonly suffix?: string;
  /** It comes with a package of its own, which roots do not have: it is laid over them. */
  readonly isAdded?: boolean;
}

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

/** Why nobody can be asked; undefined when somebody can. */
export function absence(version: number): string | undefined {
  if (process.getuid?.() !== 0) return 'the programs are asked in namespaces, which needs root';
  return systems().has(version) ? undefined : `no systemd ${version} on this machine; test/oracle/chroots.sh builds it`;
}

const format = '3';
const batchSize = 4000;

/** What the program says of each line by itself; `@NAME@` in a line becomes a name of its own. From the cache where known. */
export function askLines(version: number, dialect: string, lines: readonly string[]): LineVerdict[] {
  const cache = openCache<LineVerdict>(`lines-${dialect}-${version}`);
  const keys = lines.map((line) => cacheKey(format, system(version).build, dialect, line));
  const open = [...new Map(lines.map((line, index) => [keys[index]!, line] as const))].filter(
    ([key]) => cache.get(key) === undefined,
  );
  for (let at = 0; at < open.length; at += batchSize) {
    const batch = open.slice(at, at + batchSize);
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
  const text = lines.map((line, index) => `${named(line, index)}\n${reader.sentinel}\n`).join('');
  const said = runProgram({ version, argv: reader.argv(version) }, new Map([['asked.conf', text]]));
  const verdicts = lines.map((): { level: number; text: string }[] => []);
  let current = 0;
  for (const raw of said.split('\n')) {
    const [, priority, number, message = ''] = /^<(\d+)>(?:\[?\/\S*\/asked\.\w+:(\d+)\]?:? ?)?(.*)$/.exec(raw) ?? [];
    if (priority === undefined) continue;
    const level = Number(priority) & 7;
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
