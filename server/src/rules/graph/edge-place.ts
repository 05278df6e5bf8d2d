import type { SourceFile } from '../../engine/judged-file.ts';
import type { Finding } from '../../engine/rule.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import { memoize } from '../../text/memoize.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Edge } from '../../units/unit-graph.ts';

/** Where a relation is said, if it is in one of the unit's own files. */
export function atEdge(
  unit: LoadedUnit,
  { file, at }: Edge,
): Pick<Finding, 'source' | 'start' | 'end' | 'key'> | undefined {
  const source = file && sourcesOf(unit).get(file.path);
  if (!source || !at) return undefined;
  const lines = linesIn(source.tree);
  const start = lines.offsetAt({ line: at.line, character: at.start });
  const end = lines.offsetAt({ line: at.line, character: at.end });
  return { source, start, end, key: at.key };
}

const linesIn = memoize(editorLines);

/** A unit may have thousands of drop-ins, and each of them relations. */
const sourcesOf = memoize(
  ({ files }: LoadedUnit): ReadonlyMap<string, SourceFile> => new Map(files.map(({ source }) => [source.path, source])),
);
