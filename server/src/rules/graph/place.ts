import { lineIndex } from '../../text/line-index.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Edge } from '../../units/unit-graph.ts';
import type { Finding } from '../rule.ts';

/** Where a relation is said, if it is in one of the unit's own files. */
export function atEdge(
  unit: LoadedUnit,
  { file, at }: Edge,
): Pick<Finding, 'source' | 'start' | 'end' | 'key'> | undefined {
  const source = file && unit.files.find(({ source: { path } }) => path === file.path)?.source;
  if (!source || !at) return undefined;
  const lines = lineIndex(source.tree.text);
  const start = lines.offsetAt({ line: at.line, character: at.start });
  const end = lines.offsetAt({ line: at.line, character: at.end });
  return { source, start, end, key: at.key };
}
