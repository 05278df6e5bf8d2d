import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FoundFile, Runtime } from '../lsp/runtime.ts';
import { fileKindOfPath } from '../schema/file-kind.ts';
import { manualFor } from './manual.ts';
import { machineVersion } from './systemd-version.ts';

/** The unit paths of systemd.unit(5) in their precedence: the system manager's, then the user manager's. */
const UNIT_PATHS = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
  join(homedir(), '.config/systemd/user'),
  '/etc/systemd/user',
  '/run/systemd/user',
  join(homedir(), '.local/share/systemd/user'),
  '/usr/local/lib/systemd/user',
  '/usr/lib/systemd/user',
];

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);
/** An opened home folder must not be walked to its end. */
const MOST_FILES = 20_000;
const DEEPEST = 12;

/** The server's view of this machine. */
export function nodeRuntime(version: string): Runtime {
  return {
    version,
    manual: manualFor,
    machineVersion,
    workspaceFiles: async (folderUri) =>
      folderUri.startsWith('file:') ? await walk(fileURLToPath(folderUri), 0, DEEPEST) : [],
    async machineFiles() {
      const found = await Promise.all(UNIT_PATHS.map((path, rank) => walk(path, rank, 1)));
      return found.flat();
    },
    dropInsBeside,
    accounts: async () => ({ users: await names('/etc/passwd'), groups: await names('/etc/group') }),
  };
}

async function walk(root: string, rank: number, depth: number): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const visit = async (folder: string, left: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (found.length >= MOST_FILES) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (left > 0 && !SKIPPED_FOLDERS.has(entry.name)) await visit(path, left - 1);
      } else if (fileKindOfPath(path)) found.push({ path, rank });
    }
  };
  await visit(root, depth);
  return found;
}

async function dropInsBeside(fragment: string): Promise<{ path: string; text: string }[]> {
  if (fileKindOfPath(fragment)?.role !== 'fragment') return [];
  const folder = `${fragment}.d`;
  const entries = await readdir(folder).catch(() => []);
  const paths = entries
    .filter((name) => name.endsWith('.conf'))
    .sort()
    .map((name) => join(folder, name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => undefined)));
  return paths.flatMap((path, i) => (texts[i] === undefined ? [] : [{ path, text: texts[i] }]));
}

async function names(database: string): Promise<string[]> {
  const text = await readFile(database, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => /^([^:#+-][^:]*):/.exec(line)?.[1] ?? []);
}
