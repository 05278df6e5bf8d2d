import { createHash } from 'node:crypto';
import { type CliHost, UsageError } from './host.ts';
import { absolute, relativePath } from './paths.ts';

/**
 * Tells which files are not as they were where the current branch left a revision: changed, staged, or not known to git at all.
 * Git is asked for names and hashes of what it has stored, and the files are hashed here, because `git diff` and `git status` run
 * programs that a repository's configuration names (filters, textconv, fsmonitor, hooks).
 * @throws {@link UsageError} where git does not have the revision
 */
export async function changedSince(host: CliHost, revision: string): Promise<(path: string) => boolean> {
  if (revision.startsWith('-') || revision === '') throw new UsageError(`"${revision}" is not a revision`);
  const git = async (...args: readonly string[]): Promise<string | undefined> =>
    await host.ask?.('git', ['-C', host.cwd, '--no-pager', '-c', 'core.fsmonitor=false', ...args]);
  const top = (await git('rev-parse', '--show-toplevel'))?.replace(/\n$/, '');
  if (top === undefined)
    throw new UsageError('--changed asks git, which knows of no repository of yours here, or is not installed');
  // Of a clone without history there is no such point: the revision itself has to do.
  const base = (await git('merge-base', revision, 'HEAD'))?.trim() ?? revision;
  const listed = await git('ls-tree', '-r', '-z', '--full-tree', base);
  if (listed === undefined) throw new UsageError(`git has no ${revision}`);
  const stored = new Map(listed.split('\0').flatMap(entryIn));
  const realTop = host.realPath(top) ?? top;
  return (path) => {
    const full = absolute(host, path);
    const id = stored.get(relativePath(realTop, host.realPath(full) ?? full));
    return id === undefined || id !== idOf(host, path, id);
  };
}

/** `100644 blob 0123…\tunits/web.service`; what is not a file of its own is not among those checked. */
function entryIn(line: string): [string, string][] {
  const [, id, name] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
  return id === undefined || name === undefined ? [] : [[name, id]];
}

/** As git names what is in a file, by the hash that its repository has (gitformat-pack(5)); what cannot be read is told later. */
function idOf(host: CliHost, path: string, like: string): string | undefined {
  try {
    const bytes = host.readFile(path);
    return createHash(like.length === 64 ? 'sha256' : 'sha1')
      .update(`blob ${bytes.length}\0`)
      .update(bytes)
      .digest('hex');
  } catch {
    return undefined;
  }
}
