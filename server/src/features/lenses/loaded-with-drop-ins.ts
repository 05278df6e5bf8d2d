import { asUnitFile } from '../../schema/file-kind.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Surroundings } from '../diagnostics.ts';
import type { Document } from '../document.ts';
import { loadWithDocument } from '../judged-unit.ts';

/** The unit a document belongs to, as systemd loads it; of a drop-in for many units the first. */
export function loadedUnitOf(document: Document, { units }: Surroundings): LoadedUnit | undefined {
  const { judged } = document;
  if (!judged || !asUnitFile(judged.source.identity)) return undefined;
  const files = units?.[0];
  return loadWithDocument(files?.length ? files : [document], document, judged);
}
