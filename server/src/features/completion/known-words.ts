import { isTemplate } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import { filesystemGroups, filesystemsIn } from '../../values/security/filesystem-list.ts';
import type { Candidate, Completion, ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';

/** Words for directives whose parser takes any text; `,` between them where there may be several. */
interface KnownWords {
  readonly words: Readonly<Record<string, string>>;
  readonly separator?: string;
}

const MOUNT_OPTIONS: KnownWords = {
  separator: ',',
  words: {
    ro: 'read-only',
    rw: 'read and write',
    noatime: 'access times are not kept',
    relatime: 'access times are kept roughly',
    strictatime: 'access times are kept exactly',
    lazytime: 'times are written to disk later',
    sync: 'every write goes to disk at once',
    nofail: 'the boot goes on without it',
    _netdev: 'needs the network',
    nodev: 'device nodes are ignored',
    noexec: 'programs cannot be run',
    nosuid: 'set-user-ID bits are ignored',
    bind: 'shows a folder at a second place',
    rbind: 'like bind, with what is mounted below',
    loop: 'mounts a file',
    discard: 'tells the device which blocks are free',
    'uid=': 'owner of all files, on file systems that keep none',
    'gid=': 'group of all files, on file systems that keep none',
    'umask=': 'access mode bits taken away',
    'size=': 'largest size, of tmpfs',
    'mode=': 'access mode of the root folder, of tmpfs',
    'nr_inodes=': 'largest number of files, of tmpfs',
    'subvol=': 'the subvolume, of btrfs',
  },
};

const known: Readonly<Record<string, KnownWords>> = {
  'Mount.Options': MOUNT_OPTIONS,
  'Swap.Options': {
    separator: ',',
    words: {
      discard: 'tells the device which blocks are free',
      'discard=once': 'once, when it is activated',
      'discard=pages': 'as pages are freed',
      'pri=': 'priority, from -1 to 32767',
      nofail: 'a missing device is not a failure',
    },
  },
  'Automount.ExtraOptions': MOUNT_OPTIONS,
  'Service.PAMName': { words: { login: 'as a login on a console', 'systemd-user': 'as the manager of a user' } },
  'Socket.TCPCongestion': {
    words: {
      cubic: 'the usual one',
      bbr: 'measures bandwidth and delay',
      reno: 'the classic one',
      westwood: '',
      vegas: '',
    },
  },
};

/** Words for a place that no value type has any for. */
export function knownWords(text: string, offset: number, context: ValueContext): Completion | undefined {
  const { section, key } = context.directive;
  if (`${section}.${key}` === 'Mount.Type') return { start: 0, end: text.length, items: mountTypes() };
  const own = known[`${section}.${key}`];
  if (own?.separator) return { ...wordAround(text, offset, { separators: own.separator }), items: itemsOf(own) };
  const items = own ? itemsOf(own) : [...ownNames(context), ...usualNumbers(context)];
  const span = key.endsWith('Directory') ? wordAround(text, offset) : { start: 0, end: text.length };
  return items.length === 0 ? undefined : { ...span, items };
}

/** What a word of a list means: `noatime`, and `uid=1000` as `uid=`. */
export function meaningOf(
  text: string,
  offset: number,
  { directive }: ValueContext,
): (Span & { what: string }) | undefined {
  const place = `${directive.section}.${directive.key}`;
  if (place === 'Mount.Type' || place === 'Mount.What') {
    const what = meaningOfFileSystem(text, place);
    return what === undefined ? undefined : { start: 0, end: text.length, what };
  }
  const own = known[place];
  if (!own?.separator) return undefined;
  const { start, end } = wordAround(text, offset, { separators: own.separator });
  const word = text.slice(start, end).trim();
  const found = [word, word.slice(0, word.indexOf('=') + 1)].find((candidate) => Object.hasOwn(own.words, candidate));
  return found === undefined ? undefined : { start, end, what: own.words[found]! };
}

const itemsOf = ({ words }: KnownWords): Candidate[] =>
  Object.entries(words).map(([label, detail]) => ({ label, kind: 'keyword', ...(detail ? { detail } : {}) }));

/** Directives whose value one usually takes from the unit's own name. */
const NAMED =
  /^(?:(?:Runtime|State|Cache|Logs|Configuration)Directory|SyslogIdentifier|FileDescriptorName|LogNamespace)$/;

/** The unit's own name; in a template one for each instance. */
function ownNames({ directive: { key }, unit }: ValueContext): Candidate[] {
  if (!unit || !NAMED.test(key)) return [];
  const own: Candidate = { label: unit.prefix, kind: 'value', detail: 'as this unit is called' };
  const between = key.endsWith('Directory') ? '/' : '-';
  return isTemplate(unit)
    ? [{ label: `${unit.prefix}${between}%i`, kind: 'value', detail: 'one for each instance' }, own]
    : [own];
}

/** Numbers one meets often, with what they come to. */
const numbers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  StartLimitBurst: { 5: 'the usual default', 0: 'no limit' },
  FailureActionExitStatus: { 1: 'a failure' },
  SuccessActionExitStatus: { 0: 'success' },
  RestartSteps: { 5: 'steps from RestartSec= to RestartMaxDelaySec=' },
  FileDescriptorStoreMax: { 0: 'none, the default', 16: 'up to sixteen' },
  LogRateLimitBurst: { 1000: 'messages in the interval', 10000: 'the default of journald.conf(5)' },
  TTYRows: { 24: 'as terminals always had' },
  TTYColumns: { 80: 'as terminals always had' },
  Backlog: { 128: 'a small queue', 4096: 'what the kernel usually allows' },
  MaxConnections: { 64: 'the default' },
  MaxConnectionsPerSource: { 0: 'no limit, the default', 10: 'ten from one address' },
  KeepAliveProbes: { 9: "the kernel's default" },
  'Socket.Priority': { 0: 'the usual one', 6: 'the highest for everyone' },
  'Swap.Priority': { 10: 'filled before swap of lower priority', '-1': 'as the kernel chooses' },
  IPTTL: { 64: 'the usual one', 1: 'only this network' },
  MessageQueueMaxMessages: { 10: "the kernel's default" },
  TriggerLimitBurst: { 20: 'the usual default', 0: 'no limit' },
  PollLimitBurst: { 15: 'the usual default', 0: 'no limit' },
};

const usualNumbers = ({ directive: { section, key } }: ValueContext): Candidate[] =>
  Object.entries(numbers[`${section}.${key}`] ?? numbers[key] ?? {}).map(([label, detail]) => ({
    label,
    kind: 'number',
    detail,
  }));

/** What one mounts from a place of that kind. */
const MOUNTED: Readonly<Record<string, string>> = {
  '@common-block': 'a file system on a disk or partition',
  '@historical-block': 'an old file system on a disk or partition',
  '@network': 'a file system of another machine',
  '@temporary': 'a file system in memory, empty after each boot',
  '@application': 'a file system that a program provides',
};

/** `ext4`, `none`; as a source `tmpfs` stands for no device at all. */
function meaningOfFileSystem(name: string, place: 'Mount.Type' | 'Mount.What'): string | undefined {
  const groups = filesystemGroups
    .filter((group) => filesystemsIn(group.name).includes(name))
    .map((group) => group.name);
  if (place === 'Mount.What') return groups.length > 0 ? 'no device; the kernel makes this file system' : undefined;
  if (name === 'none' || name === 'auto')
    return name === 'auto' ? 'mount(8) finds out which' : 'no file system of its own, as for bind mounts';
  if (groups.length === 0) return undefined;
  return MOUNTED[groups.find((group) => Object.hasOwn(MOUNTED, group)) ?? ''] ?? 'a file system that the kernel makes';
}

/** File systems that hold files of their own; the others of the kernel are mounted by systemd itself. */
function mountTypes(): Candidate[] {
  const own = ['@common-block', '@network', '@temporary'].flatMap(filesystemsIn);
  return [...new Set(['none', 'auto', ...own])].map((label) => {
    const detail = meaningOfFileSystem(label, 'Mount.Type');
    return { label, kind: 'keyword', ...(detail === undefined ? {} : { detail }) };
  });
}
