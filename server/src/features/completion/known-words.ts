import type { Span } from '../../text/span.ts';
import type { Candidate, Completion, ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';
import { meaningOfFileSystem, mountTypes } from './file-systems.ts';
import { ownNames, usualNumbers } from './own-names.ts';

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
