import { toSourceSpan } from '../../syntax/value.ts';
import { resolveUnit } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import type { Document } from '../document.ts';
import { referencesTo } from './navigate.ts';
import { distinctPlaces, type FilePlace, startOf } from './place.ts';
import { ownUnit, viewOf } from './unit-at.ts';

/** What stands above the first line: a title and the places it leads to. */
export interface Lens {
  readonly title: string;
  readonly type: 'references' | 'drop-ins';
  readonly places: readonly FilePlace[];
}

export function lenses(document: Document, index: UnitIndex): Lens[] {
  const name = ownUnit(document);
  if (!name) return [];
  const references = referencesTo(name, document, { index, withDeclaration: false });
  const elsewhere = distinctPlaces(references).filter(({ path }) => path !== document.path);
  const dropIns = resolveUnit(index, name, viewOf(document, index)).dropIns.filter(
    ({ path }) => path !== document.path,
  );
  const shown: Lens[] = [];
  if (elsewhere.length > 0)
    shown.push({ title: counted(elsewhere.length, 'reference'), type: 'references', places: elsewhere });
  if (dropIns.length > 0)
    shown.push({ title: counted(dropIns.length, 'drop-in'), type: 'drop-ins', places: dropIns.map(startOf) });
  return shown;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A specifier and what it stands for here. */
export interface Expansion {
  /** Behind the specifier. */
  readonly offset: number;
  readonly text: string;
}

/** Specifiers that follow from the unit's name; in a template those of the instance are not known. */
const KNOWN = /%([nNpPijJIf])/g;

export function expansions({ judged, version }: Document, range: { start: number; end: number }): Expansion[] {
  const kind = judged?.source.kind;
  if (!judged || !kind?.unit) return [];
  const open = kind.unit.instance === '';
  const context = { unit: kind.unit, manager: kind.manager, kind: kind.kind, version };
  return judged.sections.flatMap(({ assignments }) =>
    assignments.flatMap(({ node }): Expansion[] =>
      [...node.value.text.matchAll(KNOWN)].flatMap(({ index, 0: specifier, 1: letter = '' }) => {
        const { end } = toSourceSpan(node.value, index, index + 2);
        const percents = /%*$/.exec(node.value.text.slice(0, index))![0].length;
        if (end < range.start || end > range.end || percents % 2 === 1) return [];
        if (open && 'niINf'.includes(letter)) return [];
        const { text } = expandSpecifiers(specifier, context);
        return text === '' || text === specifier ? [] : [{ offset: end, text }];
      }),
    ),
  );
}
