import type { CandidateSource } from '../../values/value-type.ts';
import type { FolderEntry, MachineFiles } from '../environment.ts';
import type { Ranked, SourcePlace } from './place.ts';

type PathSource = Extract<CandidateSource, { type: 'path' }>;

/** Where systemd looks for a program without a path, on most distributions (systemd-path search-binaries-default). */
const PROGRAM_FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin'];

/** Entries of the folder that has been typed so far; programs by name alone as well, where one is asked for. */
export async function pathCandidates(source: PathSource, { typed, environment }: SourcePlace): Promise<Ranked[]> {
  const { files } = environment;
  if (!files || /[%$*?[]/.test(typed)) return [];
  if (source.only === 'executable' && !typed.includes('/')) return await programs(typed, files);
  if (typed !== '' && !typed.startsWith('/')) return [];
  const slash = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, slash) || '/';
  const entries = await files.list(folder, typed.slice(slash));
  return entries.filter((entry) => fits(entry, source)).map((entry) => candidateOf(`${folder}${entry.name}`, entry));
}

async function programs(beginning: string, files: MachineFiles): Promise<Ranked[]> {
  const source: PathSource = { type: 'path', only: 'executable' };
  const found = await Promise.all(
    PROGRAM_FOLDERS.map(async (folder) => {
      const entries = beginning === '' ? [] : await files.list(`${folder}/`, beginning);
      const fitting = entries.filter((entry) => entry.type !== 'directory' && fits(entry, source));
      return fitting.map((entry) => candidateOf(`${folder}/${entry.name}`, entry));
    }),
  );
  const folders = PROGRAM_FOLDERS.map((folder) =>
    candidateOf(folder, { name: folder, type: 'directory', executable: true }),
  );
  return [...found.flat(), ...(beginning === '' ? folders : [])];
}

const fits = ({ type, executable }: FolderEntry, { only }: PathSource): boolean =>
  type === 'directory' || (only === undefined ? true : only === 'executable' && executable);

/** A folder ends in a slash, which asks for its entries. */
function candidateOf(path: string, { type }: FolderEntry): Ranked {
  const isFolder = type === 'directory';
  return [
    {
      label: isFolder ? `${path}/` : path,
      kind: isFolder ? 'folder' : 'path',
      insert: quoted(isFolder ? `${path}/` : path),
    },
    isFolder ? 1 : 0,
  ];
}

/** A percent sign would begin a specifier. */
const quoted = (path: string): string => path.replace(/%/g, '%%');
