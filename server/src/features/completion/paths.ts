import type { Candidate, CandidateSource } from '../../values/value-type.ts';
import type { FolderEntry, MachineFiles } from '../environment.ts';
import { PROGRAM_FOLDERS } from '../programs.ts';
import type { Ranked, SourcePlace } from './completion-item.ts';

type PathSource = Extract<CandidateSource, { type: 'path' }>;

/** Entries of the folder that has been typed so far; programs by name alone as well, where one is asked for. */
export async function pathCandidates(source: PathSource, place: SourcePlace): Promise<Ranked[]> {
  const { typed, environment } = place;
  const { files } = environment;
  if (!files || /[%$*?[]/.test(typed)) return [];
  // systemd takes no relative path here: of `bin/app` and `./app` the name is looked for.
  if (source.only === 'executable' && !typed.startsWith('/')) {
    const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
    const found = await programs(typed.slice(folder.length), files, place.context.unit?.prefix);
    return folder === '' ? found : found.map(([candidate, rank]) => [writtenIn(folder, candidate), rank]);
  }
  if (typed !== '' && !typed.startsWith('/')) return [];
  const slash = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, slash) || '/';
  const entries = await files.list(folder, typed.slice(slash));
  return entries.filter((entry) => fits(entry, source)).map((entry) => candidateOf(`${folder}${entry.name}`, entry));
}

/** An editor compares what was typed with the label, which has another folder. */
const writtenIn = (folder: string, candidate: Candidate): Candidate => ({
  ...candidate,
  filter: `${folder}${candidate.label.slice(candidate.label.lastIndexOf('/') + 1)}`,
});

/** The folder of programs that no package brought. */
const OWN_PROGRAMS = '/usr/local/bin/';

/** Those that begin as was typed; before a letter is, those called as the unit is, and those of the machine's own. */
async function programs(beginning: string, files: MachineFiles, unit: string | undefined): Promise<Ranked[]> {
  const source: PathSource = { type: 'path', only: 'executable' };
  const found = await Promise.all(
    PROGRAM_FOLDERS.map(async (folder) => {
      const wanted = beginning || unit;
      const entries = wanted ? await files.list(`${folder}/`, wanted) : [];
      const others = beginning === '' && `${folder}/` === OWN_PROGRAMS ? await files.list(OWN_PROGRAMS, '') : [];
      const all = [...new Map([...entries, ...others].map((entry) => [entry.name, entry])).values()];
      const fitting = all.filter((entry) => entry.type !== 'directory' && fits(entry, source));
      return fitting.map((entry): Ranked => {
        const [candidate, rank] = candidateOf(`${folder}/${entry.name}`, entry);
        return [candidate, entries.includes(entry) ? rank - 1 : rank];
      });
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
