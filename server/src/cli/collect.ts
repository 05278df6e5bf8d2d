import { identify, isRead, isWorthReading } from '../dialects/index.ts';
import { parse } from '../syntax/parse.ts';
import type { Complaints } from './complaints.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** Folders in which nobody keeps units. */
export const UNSEARCHED = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** How a file is called that keeps a text while another is written, and what is said of one that stayed. */
const BACKUP = /^\..+\.[0-9a-f]{24}\.backup$/;
const LEFT = 'left by a run that was killed while it wrote; it holds the text from before';

/** `web.pod` beside `web.container`, `lan.network` with [Match]: outside of their programs' folders the text tells. */
function isToldByText(host: CliHost, path: string): boolean {
  if (!isWorthReading(path)) return false;
  try {
    return identify(path, parse(decode(host.readFile(path)))) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The files to check: files named are taken as they are, folders are walked for everything the classifier knows.
 * Symbolic links to files are aliases and links to folders may be loops: neither is followed inside a folder.
 */
export function collect(host: CliHost, paths: readonly string[], complaints: Complaints): string[] {
  const found: string[] = [];
  const onError = complaints.error;
  const walk = (folder: string): void => {
    let entries: ReturnType<CliHost['readDirectory']>;
    try {
      entries = host.readDirectory(folder);
    } catch (error) {
      onError((error as Error).message);
      return;
    }
    for (const { name, type } of entries) {
      const path = host.join(folder, name);
      if (type === 'directory' && !UNSEARCHED.has(name)) walk(path);
      else if (type === 'file' && BACKUP.test(name)) complaints.note(`${path}: ${LEFT}`);
      else if (type === 'file' && (isRead(path) || isToldByText(host, path))) found.push(path);
    }
  };
  for (const path of paths) {
    const kind = host.kindOf(path);
    const before = found.length + complaints.count;
    if (kind === 'directory') {
      walk(path);
      if (found.length + complaints.count === before)
        complaints.empty(`${path}: there are no unit files in this folder`);
    }
    // Reading says what is wrong with what is neither.
    else if (kind) found.push(path);
    else onError(`${path}: no such file or folder`);
  }
  return found;
}
