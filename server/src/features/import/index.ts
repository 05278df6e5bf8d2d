import { importCompose, isCompose } from './compose.ts';
import { importCrontab, isCrontab } from './crontab.ts';
import { ImportError, type Imported, type SourceId } from './imported.ts';
import { hasRunCommand, importPodmanRun } from './podman-run.ts';
import { importSupervisord, isSupervisord } from './supervisord.ts';
import { importSysv, isSysv } from './sysv.ts';

export { ImportError, type Imported, type ImportedFile, type Remark } from './imported.ts';

/** What units can be made of. */
export interface ImportSource {
  readonly id: SourceId;
  /** What the user calls it. */
  readonly title: string;
  /** Whether a text is one. */
  recognizes(text: string, path: string): boolean;
  /** @throws ImportError */
  import(text: string, path: string): Imported;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The folder a file lies in, by its own name. */
const folderOf = (path: string): string | undefined => path.split('/').at(-2) || undefined;

/** The crontabs that say as whom a command runs; crontab(5) of Debian. */
const isSystemCrontab = (path: string): boolean => /(?:^|\/)etc\/(?:crontab|anacrontab|cron\.d\/[^/]+)$/.test(path);

const isComposeName = (name: string): boolean => /\.ya?ml$/.test(name) && name.includes('compose');

export const importSources: readonly ImportSource[] = [
  {
    id: 'sysv',
    title: 'SysV init script',
    recognizes: isSysv,
    import: importSysv,
  },
  {
    id: 'supervisord',
    title: 'supervisord configuration',
    recognizes: isSupervisord,
    import: importSupervisord,
  },
  {
    id: 'compose',
    title: 'Compose file',
    recognizes: (text, path) => isComposeName(nameOf(path)) || isCompose(text),
    import: (text, path) => importCompose(text, folderOf(path)),
  },
  {
    id: 'run',
    title: 'podman run or docker run command',
    recognizes: hasRunCommand,
    import: importPodmanRun,
  },
  {
    id: 'cron',
    title: 'crontab',
    recognizes: (text, path) => isSystemCrontab(path) || isCrontab(text),
    import: (text, path) => importCrontab(text, { hasUser: isSystemCrontab(path) }),
  },
];

/** What a text is made of; undefined for a text that is none of them. */
export const sourceOf = (text: string, path: string): ImportSource | undefined =>
  importSources.find((source) => source.recognizes(text, path));

/**
 * The unit files and Quadlet files that do what a text of another program does.
 * @param from the kind of source, where it is not to be guessed
 * @throws ImportError
 */
export function importUnits(text: string, path: string, from?: SourceId): Imported {
  const source = from === undefined ? sourceOf(text, path) : importSources.find(({ id }) => id === from);
  if (!source) {
    const titles = importSources.map(({ title }) => title).join(', ');
    throw new ImportError(`What this is cannot be told: it is none of ${titles}.`, 1);
  }
  return source.import(text, path);
}
