import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type PageInfo, type PageSource, sectionOrder } from '../manual/index.ts';
import { readHeader } from '../manual/roff/header.ts';
import { packings, pageFileName, readPageFile } from './page-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface InstalledPages extends PageSource {
  /** Version of systemd whose pages are installed, as systemd.unit(5) states it. */
  version(): string | undefined;
}

/**
 * The pages in the manual folders of this machine, the earlier folder first. Any page can be read by its name, which
 * costs a look for that one file; only listing walks the folders.
 */
export function findInstalledPages(env: Environment): InstalledPages {
  const roots = manualFolders(env);
  let listed: readonly PageInfo[] | undefined;
  const read = (name: string, section: string | undefined) => {
    if (name === '' || /[/\\\0]/.test(name)) return undefined;
    for (const candidate of section === undefined ? sectionOrder : [section])
      for (const root of roots)
        for (const packing of packings) {
          const text = readPageFile(join(root, `man${candidate[0]}`, `${name}.${candidate}${packing}`));
          if (text !== undefined) return text;
        }
    return undefined;
  };
  return {
    get pages() {
      listed ??= listPages(roots);
      return listed;
    },
    read,
    version() {
      const source = read('systemd.unit', '5');
      return source === undefined ? undefined : /^systemd (\S+)/.exec(readHeader(source).origin)?.[1];
    },
  };
}

/**
 * Where man(1) looks, as manpath(5) says: `MANPATH`, in which an empty part stands for the usual folders; those are
 * the neighbours of the folders in `PATH` and the well-known ones.
 */
export function manualFolders(env: Environment): string[] {
  const beside = (env.PATH ?? '')
    .split(delimiter)
    .filter((path) => /[/\\]s?bin$/.test(path))
    .flatMap((path) => [join(dirname(path), 'share/man'), join(dirname(path), 'man')]);
  const usual = ['/usr/local/share/man', '/usr/share/man', ...beside, '/run/current-system/sw/share/man'];
  const parts = env.MANPATH === undefined || env.MANPATH === '' ? [''] : env.MANPATH.split(delimiter);
  return [...new Set(parts.flatMap((part) => (part === '' ? usual : [part])))];
}

/** Names of systemd's pages; a machine has thousands of others in the same folders. */
export const systemdName =
  /^(?:systemd\b.*|udev.*|journal.*|.*ctl|run0|bootup|daemon|(?:tmpfiles|sysusers|sysctl|modules-load|binfmt|environment)\.d|os-release|machine-i.*|hostname|locale.*|.*@\.service|file-hierarchy|kernel-(?:install|command-line)|(?:logind|resolved|networkd|coredump|oomd|homed|timesyncd|pstore)\.conf.*|pam_systemd.*|podman-systemd\.unit)$/;

function listPages(roots: readonly string[]): PageInfo[] {
  const pages = new Map<string, PageInfo>();
  for (const root of roots)
    for (const section of sectionOrder)
      for (const file of listFolder(join(root, `man${section}`))) {
        const page = pageFileName(file);
        if (page === undefined || !systemdName.test(page.name)) continue;
        const title = `${page.name}(${page.section})`;
        if (!pages.has(title)) pages.set(title, page);
      }
  return [...pages.values()];
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
