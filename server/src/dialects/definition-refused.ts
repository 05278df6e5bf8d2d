import type { JudgedFile } from '../engine/judged-file.ts';
import type { FileRule } from '../engine/rule.ts';
import { parseSize } from '../values/numbers/sizes.ts';
import { containerRefused } from './nspawn/refused.ts';
import { isNo, type Settings, settingsIn } from './settings.ts';
import { isAbsolutePath } from './values/paths.ts';

/** Why a program refuses a file, or does without a setting, as sentences; and the section to show it at. */
interface Refusal {
  readonly section: string;
  readonly message: string;
}

type Ask = (file: JudgedFile) => Refusal | undefined;

const WHOLE = 'systemd refuses the file';

/** The last section that has none of its keys. */
function lacking(file: JudgedFile, section: string, keys: Readonly<Record<string, string>>): Refusal | undefined {
  const settings = settingsIn(file, section);
  const key = Object.keys(keys).find((each) => !settings.has(each));
  return key === undefined
    ? undefined
    : { section, message: `There is no ${key}= in [${section}]; ${WHOLE}. Write ${key}=${keys[key]} or the like.` };
}

const isAbove = (low: string | undefined, high: string | undefined): boolean => {
  const [least, most] = [low, high].map((text) => (text === undefined ? undefined : parseSize(text, 1024)));
  return typeof least === 'bigint' && typeof most === 'bigint' && least > most;
};

/** File systems of which nobody knows the smallest size. */
const GROWING = ['ext4', 'xfs', 'vfat', 'ext2', 'ext3'];

const isEncrypted = (settings: Settings): boolean => settings.has('Encrypt') && !isNo(settings.get('Encrypt'));

const CONTENTS = ['Format', 'CopyFiles', 'MakeDirectories', 'MakeSymlinks'];

/** `partition_read_definition()` of src/repart/repart.c. */
function fault(settings: Settings): string | undefined {
  for (const what of ['Size', 'Padding'])
    if (isAbove(settings.get(`${what}MinBytes`), settings.get(`${what}MaxBytes`)))
      return `${what}MinBytes= is larger than ${what}MaxBytes=; ${WHOLE}. Write the smaller one in ${what}MinBytes=.`;
  const content = CONTENTS.find((key) => settings.has(key));
  const copy = ['CopyBlocks', 'BlockDeviceReplace'].find((key) => settings.has(key));
  if (copy && content)
    return `${copy}= takes a whole file system over, into which ${content}= puts nothing; ${WHOLE}. Take one of them out.`;
  const copied = CONTENTS.slice(1).find((key) => settings.has(key));
  if (settings.get('Format') === 'swap' && copied)
    return `Swap space has no files, and ${copied}= puts some into it; ${WHOLE}. Take one of them out.`;
  const minimize = settings.get('Minimize');
  if (minimize !== undefined && !isNo(minimize) && !settings.has('Format') && settings.get('Verity') !== 'hash')
    return `Minimize= needs Format= or Verity=hash; ${WHOLE}. Write Format=ext4 or the like.`;
  if (settings.has('CopyBlocks') && settings.has('BlockDeviceReplace'))
    return `CopyBlocks= and BlockDeviceReplace= are two ways to the same; ${WHOLE}. Take one of them out.`;
  const integrity = settings.get('Integrity');
  if (integrity && !isNo(integrity) && !isEncrypted(settings))
    return `Integrity= needs Encrypt=; ${WHOLE}. Write Encrypt=key-file, or take Integrity= out.`;
  if (settings.has('VolumeName') && !isEncrypted(settings))
    return `VolumeName= is for encrypted partitions; ${WHOLE}. Write Encrypt=key-file, or take VolumeName= out.`;
  const format = settings.get('Format');
  if (
    format &&
    ['best', 'yes'].includes(minimize ?? '') &&
    GROWING.includes(format) &&
    settings.get('Verity') !== 'hash'
  )
    return `Minimize=${minimize} is for file systems that are not written to, and btrfs; ${WHOLE}. Write Minimize=guess.`;
  const verity = settings.get('Verity') ?? 'off';
  return settings.has('VerityMatchKey') && verity === 'off'
    ? `VerityMatchKey= needs Verity=; ${WHOLE}. Write Verity=data, hash or signature.`
    : undefined;
}

function ofPartition(file: JudgedFile): Refusal | undefined {
  const message = fault(settingsIn(file, 'Partition'));
  return (
    lacking(file, 'Partition', { Type: 'linux-generic' }) ?? (message ? { section: 'Partition', message } : undefined)
  );
}

const SOURCES = ['url-file', 'url-tar', 'tar', 'regular-file', 'directory', 'subvolume'];
const TARGETS = ['partition', 'regular-file', 'directory', 'subvolume'];

const astray = (section: string, path: string): Refusal => ({
  section,
  message: `Path=${path} is not an absolute path; ${WHOLE}. Write one that begins with a slash.`,
});

/** What comes as a folder goes into one, what comes as a file into a file or a partition. */
const FOLDERS = ['url-tar', 'tar', 'directory', 'subvolume'];

/** Whether a path of the file system is one as far as the file tells: of `auto` and specifiers the machine does. */
const isPlace = (path: string): boolean => path === 'auto' || /^%/.test(path) || isAbsolutePath(path);

/** `transfer_read_definition()` of src/sysupdate/sysupdate-transfer.c. */
function ofTransfer(file: JudgedFile): Refusal | undefined {
  const [source, target] = [settingsIn(file, 'Source'), settingsIn(file, 'Target')];
  const type = source.get('Type');
  const path = source.get('Path') ?? '';
  const wrong = (section: string, what: string, types: readonly string[]): Refusal => ({
    section,
    message: `Type=${what} cannot stand in [${section}]; ${WHOLE}. Write one of ${types.join(', ')}.`,
  });
  const missing = lacking(file, 'Source', { Type: 'url-file', Path: 'https://example.com/', MatchPattern: 'image_@v' });
  if (missing) return missing;
  if (type && !SOURCES.includes(type)) return wrong('Source', type, SOURCES);
  if (type?.startsWith('url-') && !/^(?:https?:\/\/|.*%)/.test(path))
    return {
      section: 'Source',
      message: `Path=${path} is not a URL; ${WHOLE}. Write https://example.com/ or the like.`,
    };
  if (type && !type.startsWith('url-') && !isPlace(path)) return astray('Source', path);
  const lost = lacking(file, 'Target', { Type: 'regular-file', Path: '/var/lib/machines' });
  if (lost) return lost;
  const aim = target.get('Type')!;
  if (!TARGETS.includes(aim)) return wrong('Target', aim, TARGETS);
  const into = TARGETS.filter((each) => FOLDERS.includes(each) === FOLDERS.includes(type!));
  if (!into.includes(aim)) return wrong('Target', aim, into);
  const goal = target.get('Path')!;
  return isPlace(goal) ? undefined : astray('Target', goal);
}

/** `dnssd_service_load()` of src/resolve/resolved-dnssd.c. */
const ofService: Ask = (file) => lacking(file, 'Service', { Name: '%H', Type: '_http._tcp' });

const ASKED: Readonly<Record<string, Ask>> = {
  repart: ofPartition,
  transfer: ofTransfer,
  dnssd: ofService,
  nspawn: containerRefused,
};

/** What systemd-repart, systemd-sysupdate, systemd-resolved and systemd-nspawn say of a file as a whole. */
export const definitionRefused: FileRule = {
  id: 'definition-refused',
  scope: 'file',
  docs: {
    what: 'A definition of a partition, a transfer, an announced service or a container without what it needs, or with settings that exclude each other.',
    severities: ['error'],
    why: 'The program reads all of the file first. If something is missing or contradicts itself, it refuses the file; systemd-repart and systemd-sysupdate then do nothing at all.',
    bad: '[Partition]\nLabel=data\nSizeMinBytes=1G',
    good: '[Partition]\nType=linux-generic\nLabel=data\nSizeMinBytes=1G',
    manual: ['repart.d(5)', 'sysupdate.d(5)', 'systemd.dnssd(5)', 'systemd.nspawn(5)'],
  },
  check(file, report) {
    const { identity, tree } = file.source;
    const ask = ASKED[identity.kind];
    if (!ask || identity.role === 'drop-in' || identity.isSource) return;
    const found = ask(file);
    if (!found) return;
    const header = tree.sections.filter(({ name }) => name === found.section).at(-1)?.header;
    const end = tree.text.search(/[\r\n]|$/);
    report({ ...(header?.nameSpan ?? { start: 0, end }), severity: 'error', ...found });
  },
};
