import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import { resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { treeOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import type { FileFeatures } from '../file-features.ts';
import type { Edit } from '../format.ts';
import type { DefinitionTarget } from '../navigation/navigate.ts';
import type { SignatureHelp } from '../signature-help.ts';
import { completeLine } from './complete-line.ts';
import { hoverLine } from './hover-line.ts';
import { lineFolds, lineSymbols, lineTokenGroups } from './line-outline.ts';
import { lineSelection } from './line-selection.ts';
import { ofLinesOf } from './lines-of.ts';

/** Language features of files that are read line by line: they ask the dialect what stands at a place. */
export const lineFeatures: FileFeatures = {
  hover: async (document, offset, environment) => hoverLine(document, offset, environment),
  completion: completeLine,
  signatureHelp: lineSignature,
  symbols: lineSymbols,
  folds: lineFolds,
  tokenGroups: lineTokenGroups,
  format: formatLines,
  selection: lineSelection,
  definition: lineDefinition,
};

function lineSignature(document: Document, offset: number): SignatureHelp | undefined {
  const file = ofLinesOf(document);
  const placed = lineAtOffset(file, offset);
  if (placed?.line.content.kind !== 'entry') return undefined;
  return file.dialect.signature?.(placed.line, offset - placed.start, contextOfLines(file));
}

function formatLines(document: Document, range: Span = { start: 0, end: document.text.length }): Edit[] {
  const file = ofLinesOf(document);
  const edits = file.dialect.format?.(file) ?? [];
  return edits.filter(({ start, end }) => start >= range.start && end <= range.end);
}

/** The fragment of the unit under the cursor. */
function lineDefinition(document: Document, offset: number, index: UnitIndex): DefinitionTarget[] {
  const file = ofLinesOf(document);
  const placed = lineAtOffset(file, offset);
  if (!placed) return [];
  const at = offset - placed.start;
  const references = file.dialect.references?.(placed.line, contextOfLines(file)) ?? [];
  return references.flatMap(({ type, target, start, end }): DefinitionTarget[] => {
    const name = type === 'unit' && start <= at && at <= end ? parseUnitName(target) : undefined;
    const { manager } = file.source.identity;
    const fragment = name && resolveUnit(index, name, { tree: treeOf('', manager), manager }).fragment;
    return fragment ? [{ path: fragment.path, origin: { start: placed.start + start, end: placed.start + end } }] : [];
  });
}
