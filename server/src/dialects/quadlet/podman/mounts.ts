import { readRecord } from '../generator/csv.ts';
import { splitVolume } from '../generator/references.ts';
import { type Fault, nameFault } from './go-values.ts';
import { GROUPS, OF_MOUNTS, OF_TMPFS, OF_VOLUMES, PROPAGATION } from './mount-options.ts';
import { cut, firstFault } from './namespaces.ts';

/** Where something is mounted, as an option says it; undefined where it does not. */
export function destinationOf(option: string, text: string): string | undefined {
  if (option === '--tmpfs') return text.split(':')[0];
  if (option !== '--mount') return splitVolume(text)[1];
  const place = readRecord(text)?.find((field) => /^(?:destination|dst|target)=/.test(field));
  return place && cut(place)[1];
}

const folderFault = (text: string): Fault =>
  text.startsWith('/') ? undefined : `"${text}" is not an absolute path, which the folder in the container has to be`;

/** `--volume`: SOURCE:FOLDER:OPTIONS; a folder alone is a volume that goes with the container. */
export function volumeFault(text: string): Fault {
  const parts = text.split(':');
  if (parts.length > 3) return `"${text}" has too many colons; write SOURCE:FOLDER:OPTIONS`;
  const [source, folder, options] = parts.length === 1 ? ['', text, undefined] : parts;
  if (folder === '') return 'The folder in the container is missing';
  const isNamed = source !== '' && !/^[./]/.test(source!);
  const words = options?.split(',') ?? [];
  return (
    firstFault(words, (word) => volumeWordFault(word, words.includes('O'))) ??
    exclusionFault(words) ??
    folderFault(folder!) ??
    (isNamed ? nameFault(source!) : undefined)
  );
}

/** An overlay has folders of its own, and hardly anything else. */
function volumeWordFault(word: string, isOverlay: boolean): Fault {
  if (isOverlay && /^(?:upperdir|workdir)=/.test(word)) return undefined;
  if (isOverlay && word !== 'O' && word !== 'U' && OF_VOLUMES.includes(word)) return `"${word}" does not go with O`;
  return OF_VOLUMES.includes(word) || word.startsWith('idmap=') ? undefined : `"${word}" is not an option of a volume`;
}

/** `--tmpfs`: FOLDER:OPTIONS. */
export function tmpfsFault(text: string, podman: number): Fault {
  const [folder, options] = cut(text, ':');
  if (folder === '') return undefined;
  const words = options === undefined ? [] : options.split(/[,:]/);
  // Some Podman behind 5.4 began to take it.
  const isLater = (word: string): boolean => word === 'noatime' && podman > 504;
  const unknown = words.find((word) => !OF_TMPFS.includes(cut(word)[0]) && !isLater(word));
  if (unknown !== undefined) return `"${unknown}" is not an option of a tmpfs`;
  return exclusionFault(words.map((word) => cut(word)[0])) ?? folderFault(folder);
}

/** `--mount`: type=TYPE and other fields between commas. */
export function mountFault(text: string, podman: number): Fault {
  const fields = readRecord(text);
  if (!fields) return undefined;
  const type = fields.map((field) => /^type=(.*)$/.exec(field)?.[1]).find((found) => found !== undefined) ?? 'volume';
  const known = OF_MOUNTS[type];
  if (type === 'artifact' && podman <= 504) return 'Podman 5.4 does not mount artifacts';
  if (!known) return `"${type}" is not a type of mount; there are ${Object.keys(OF_MOUNTS).join(', ')}`;
  const own = fields.filter((field) => !field.startsWith('type='));
  return (
    firstFault(own, (field) => fieldFault(field, type, known)) ??
    exclusionFault(own.map((field) => cut(field)[0])) ??
    placeFault(own, type)
  );
}

function fieldFault(field: string, type: string, known: readonly string[]): Fault {
  const [key, value] = cut(field);
  if (!known.includes(key)) return `"${key}" is not an option of a mount of type=${type}`;
  if (key === 'relabel' && value !== 'private' && value !== 'shared')
    return `relabel= takes private or shared, not "${value ?? ''}"`;
  if (key === 'bind-propagation' && !PROPAGATION.includes(value ?? ''))
    return `bind-propagation= takes ${PROPAGATION.join(', ')}, not "${value ?? ''}"`;
  if (type === 'tmpfs' && (key === 'source' || key === 'src')) return 'A mount of type=tmpfs does not take a source';
  if (type === 'image' && key === 'rw' && !/^(?:1|t|true|0|f|false)$/i.test(value ?? ''))
    return `rw= takes true or false, not "${value ?? ''}"`;
  return undefined;
}

function placeFault(fields: readonly string[], type: string): Fault {
  const of = (...keys: readonly string[]): readonly string[] =>
    fields.flatMap((field) => (keys.includes(cut(field)[0]) ? [cut(field)[1] ?? ''] : []));
  const [folder, ...more] = of('destination', 'dst', 'target');
  if (folder === undefined) return type === 'glob' ? undefined : 'The folder in the container is missing: destination=';
  if (more.length > 0) return 'There is more than one destination';
  const [source, ...others] = of('source', 'src');
  if (others.length > 0) return 'There is more than one source';
  if (source !== undefined && type === 'volume') return folderFault(folder) ?? nameFault(source);
  return folderFault(folder);
}

/** Of each group one word at most. */
function exclusionFault(words: readonly string[]): Fault {
  for (const group of GROUPS) {
    const own = words.filter((word) => group.includes(word));
    if (own.length > 1)
      return own[0] === own[1] ? `"${own[0]}" stands twice` : `"${own[0]}" and "${own[1]}" exclude each other`;
  }
  return undefined;
}
