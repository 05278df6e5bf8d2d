import { tmpfilesDialect } from '../../dialects/tmpfiles/index.ts';
import type { FileAmong } from '../../engine/dialect.ts';
import { type JudgedAssignment, pickByKey } from '../../engine/judged-block.ts';
import { type LazyFinding, resolvedFinding } from '../../engine/lazy-finding.ts';
import { filesThatCount, linesOfFiles } from '../../engine/lines/files-that-count.ts';
import type { JudgedLines, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import { withoutEnd } from '../../text/trim-end.ts';
import { CHOSEN_DIRECTORIES } from '../../values/paths/path-fault.ts';
import type { Document } from '../document.ts';

const KEYS = new RegExp(`^(?:${Object.keys(CHOSEN_DIRECTORIES).join('|')})$`);

/** Types of tmpfiles.d that make a directory. */
const MAKES = 'dDvqQ';

/** A line of tmpfiles.d that makes a directory. */
interface Making {
  readonly file: JudgedLines;
  readonly placed: PlacedLine;
  /** 1-based. */
  readonly line: number;
}

/**
 * Directories that a service has made and that a line of tmpfiles.d of its tree makes as well, with owner and mode of its own. Names
 * with specifiers, quotes or escapes are left alone.
 */
export function directoriesMadeTwice(
  { judged, version }: Document,
  tmpfiles: (() => readonly FileAmong[]) | undefined,
): LazyFinding[] {
  const assignments = judged?.source.identity.manager === 'system' ? pickByKey(judged.blocks, KEYS) : [];
  if (!tmpfiles || assignments.length === 0) return [];
  const options = { dialect: tmpfilesDialect, version, manager: 'system' as const };
  const made = directoriesMadeBy(linesOfFiles(filesThatCount(tmpfiles()), options));
  if (made.size === 0) return [];
  return inForce(assignments).flatMap((assignment) => twiceIn(assignment, made));
}

/** Without those that a later empty one of the same key takes back. */
const inForce = (assignments: readonly JudgedAssignment[]): JudgedAssignment[] =>
  assignments.filter(
    ({ node, accepted }, index) =>
      accepted &&
      !assignments.slice(index + 1).some((later) => later.node.key === node.key && later.node.value.text === ''),
  );

function directoriesMadeBy(files: readonly JudgedLines[]): Map<string, Making> {
  const made = new Map<string, Making>();
  for (const file of files)
    for (const [index, placed] of file.lines.entries()) {
      const [type, path] = placed.line.content.fields;
      const isRefused = placed.line.problems.some(({ severity }) => severity === 'error');
      if (!type || !path || isRefused || !MAKES.includes(type.text[0] ?? ' ')) continue;
      const plain = path.text.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
      if (!made.has(plain)) made.set(plain, { file, placed, line: index + 1 });
    }
  return made;
}

function twiceIn({ source, section, node }: JudgedAssignment, made: ReadonlyMap<string, Making>): LazyFinding[] {
  const { key, value } = node;
  return [...value.text.matchAll(/(?<=^|\s)[\w.@/-]+(?=[:\s]|$)/g)].flatMap(({ 0: name, index }) => {
    const path = `${CHOSEN_DIRECTORIES[key]}${withoutEnd(name, '/')}`;
    const twin = made.get(path);
    if (!twin) return [];
    const { file, placed, line } = twin;
    const message = `Line ${line} of ${file.source.path} makes ${path} as well; ${key}= gives it the owner and mode of this service when that is started, so both should say the same.`;
    const place = { start: placed.start, end: placed.start + placed.line.text.length, source: file.source };
    const finding = { ...toSourceSpan(value, index, index + name.length), source, section, key };
    const related = [{ ...place, message: 'This line makes it as well.' }];
    return [resolvedFinding({ ...finding, rule: 'directory-made-twice', severity: 'info', message, related })];
  });
}
