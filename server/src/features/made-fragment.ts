import { dialectOf, identify, identifyPath } from '../dialects/index.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import { type JudgedFile, judgeFile } from '../engine/judged-file.ts';
import type { Manager } from '../schema/file-identity.ts';
import { parse } from '../syntax/parse.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { memoize } from '../text/memoize.ts';
import { judgedFile } from './document.ts';

/** Whether another program makes a unit of a file. */
export const makesUnit = (file: FileAmong): boolean => sourceOf(file).isOne;

const sourceOf = memoize((file: FileAmong) => {
  const identity = identifyPath(file.path) ?? identify(file.path, treeOf(file));
  return { isOne: identity?.role === 'fragment' && dialectOf(identity).unitMade !== undefined };
});

const treeOf = memoize(({ text }: FileAmong) => parseIfReadable(text));

interface Making {
  readonly version: number;
  readonly manager: Manager;
  /** The files that the program reads together with this one. */
  readonly among: FilesAmong;
}

interface Made {
  readonly text: string;
  readonly judged: JudgedFile | undefined;
}

const knownOf = memoize((_: FileAmong) => new Map<string, Made>());

/** The unit that another program makes of a file, as systemd reads it, with the path of the file; undefined where it makes none. */
export function madeOf(file: FileAmong, { version, manager, among }: Making): JudgedFile | undefined {
  const { path } = file;
  const own = judgedFile({ path, tree: treeOf(file), manager }, { version });
  const made = own && dialectOf(own.source.identity).unitMade?.(own, among);
  if (!made || 'refusal' in made) return undefined;
  const known = knownOf(file);
  const key = `${version} ${manager}`;
  const before = known.get(key);
  if (before?.text === made.text) return before.judged;
  const tree = parse(made.text);
  const identity = identify(`/run/systemd/generator/${made.name}`, tree, { manager });
  const source = identity && { path, tree, identity, origins: made.origins };
  const judged = source && judgeFile(source, { schema: dialectOf(source.identity).schema, version });
  known.set(key, { text: made.text, judged });
  return judged;
}
