import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import type { TimeSliced } from '../../text/time-slices.ts';
import { resolveUnit, type Viewpoint } from '../../units/resolve-unit.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { FileFeatures } from '../file-features.ts';
import { type DefinitionTarget, referencesInSlices } from '../navigation/navigate.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import { accountDefinition } from './account-lines.ts';
import { viewOfLines } from './line-trees.ts';
import { ofLinesOf } from './lines-of.ts';
import { ownDefinition, ownReferences } from './own-names.ts';
import { mentionsInLines } from './unit-mentions.ts';
import { unitsOfRule } from './unit-presets.ts';

/** The unit or pattern at an offset. */
function unitAtOffset(document: Document, offset: number): (Span & { readonly text: string }) | undefined {
  const file = ofLinesOf(document);
  const placed = lineAtOffset(file, offset);
  if (!placed) return undefined;
  const at = offset - placed.start;
  const references = file.dialect.references?.(placed.line, contextOfLines(file)) ?? [];
  const found = references.find(({ type, start, end }) => type === 'unit' && start <= at && at <= end);
  return found && { text: found.target, start: placed.start + found.start, end: placed.start + found.end };
}

/** A pattern leads to no more than anybody looks through. */
const MOST_UNITS = 100;

/** The line that a name of the file itself means, the fragment of a unit, those of all units that a pattern fits, or the lines that make an account. */
export function lineDefinition(document: Document, offset: number, environment: Environment): DefinitionTarget[] {
  const own = ownDefinition(document, offset);
  if (own.length > 0) return own;
  const at = unitAtOffset(document, offset);
  if (!at) return accountDefinition(document, offset, environment);
  const origin = { start: at.start, end: at.end };
  const name = parseUnitName(at.text);
  if (!name) {
    const units = unitsOfRule(document, offset, environment).slice(0, MOST_UNITS);
    return units.map(({ path }) => ({ path, origin }));
  }
  const { fragment } = resolveUnit(environment.units, name, viewOfLines(document));
  return fragment ? [{ path: fragment.path, origin }] : [];
}

/** Who names the unit under the cursor; where lines of the file call each other by a name, those. */
export function* lineReferences(
  document: Document,
  offset: number,
  { environment, withDeclaration }: Parameters<FileFeatures['references']>[2],
): TimeSliced<FilePlace[]> {
  const at = unitAtOffset(document, offset);
  const name = at && parseUnitName(at.text);
  if (!name) return ownReferences(document, offset, withDeclaration);
  const { units: index, lines } = environment;
  const mentions = (unit: UnitName, view: Viewpoint): FilePlace[] => mentionsInLines(unit, view, lines);
  return yield* referencesInSlices(name, viewOfLines(document), { index, withDeclaration, mentions });
}
