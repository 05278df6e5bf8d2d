import { conditionWords } from '../../schema/generated/names.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate, Completion, ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';
import { meaningOfFileSystem, mountTypes } from './file-systems.ts';

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
    nodev: 'device nodes mean nothing',
    noexec: 'programs cannot be run',
    nosuid: 'set-user-ID bits mean nothing',
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
      nofail: 'a missing device is no failure',
    },
  },
  'Automount.ExtraOptions': MOUNT_OPTIONS,
  'Socket.TCPCongestion': {
    words: {
      cubic: 'the usual one',
      bbr: 'measures bandwidth and delay',
      reno: 'the classic one',
      westwood: '',
      vegas: '',
    },
  },
  'Unit.ConditionACPower': { words: { true: 'on mains', false: 'on battery' } },
  'Unit.ConditionFirstBoot': { words: { yes: 'at the first boot', no: 'at any other boot' } },
  'Unit.ConditionNeedsUpdate': { words: { '/etc': 'after /usr/ changed', '/var': 'after /usr/ changed' } },
  'Unit.ConditionUser': {
    words: { root: 'user 0', '@system': 'a system user or root' },
  },
  'Unit.ConditionCPUs': { words: { '>= 2': 'two or more', '>= 4': 'four or more' } },
  'Unit.ConditionMemory': { words: { '>= 1G': 'a gigabyte or more' } },
  'Service.RestartSteps': { words: { 5: 'steps from RestartSec= to RestartMaxDelaySec=' } },
};

/** Words for a place that no value type has any for. */
export function knownWords(text: string, offset: number, { directive }: ValueContext): Completion | undefined {
  const { section, key } = directive;
  if (`${section}.${key}` === 'Mount.Type') return { start: 0, end: text.length, items: mountTypes() };
  const own = known[`${section}.${key.replace(/^Assert/, 'Condition')}`];
  if (own?.separator) return { ...wordAround(text, offset, { separators: own.separator }), items: itemsOf(own) };
  if (own && section !== 'Unit') return { start: 0, end: text.length, items: itemsOf(own) };
  const condition = own ? itemsOf(own) : conditionItems(key.replace(/^Assert/, 'Condition'));
  if (condition.length === 0) return undefined;
  const marks = /^\|?!?/.exec(text)![0].length;
  return { start: Math.min(marks, offset), end: text.length, items: condition };
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
  const found = [word, word.replace(/=.*$/, '=')].find((candidate) => Object.hasOwn(own.words, candidate));
  return found === undefined ? undefined : { start, end, what: own.words[found]! };
}

const itemsOf = ({ words }: KnownWords): Candidate[] =>
  Object.entries(words).map(([label, detail]) => ({ label, kind: 'keyword', ...(detail ? { detail } : {}) }));

function conditionItems(key: string): Candidate[] {
  return conditionWords
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [of, word = ''] = row.split('\t');
      return of === key ? [{ label: word, kind: 'keyword' as const }] : [];
    });
}
