import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import type { FileFeatures } from '../file-features.ts';
import type { Edit } from '../format.ts';
import type { SignatureHelp } from '../signature-help.ts';
import { completeLine } from './complete-line.ts';
import { hoverLine } from './hover-line.ts';
import { lineDefinition, lineReferences } from './line-navigation.ts';
import { lineFolds, lineSymbols, lineTokenGroups } from './line-outline.ts';
import { lineSelection } from './line-selection.ts';
import { ofLinesOf } from './lines-of.ts';
import { ownHighlights } from './own-names.ts';

/** Language features of files that are read line by line: they ask the dialect what stands at a place. */
export const lineFeatures: FileFeatures = {
  hover: hoverLine,
  completion: completeLine,
  signatureHelp: lineSignature,
  symbols: lineSymbols,
  folds: lineFolds,
  tokenGroups: lineTokenGroups,
  format: formatLines,
  selection: lineSelection,
  definition: lineDefinition,
  references: lineReferences,
  highlights: ownHighlights,
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
