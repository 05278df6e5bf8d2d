import { asUnitFile } from '../../schema/file-kind.ts';
import type { Document } from '../document.ts';
import { expandSnippet } from '../templates/expand.ts';
import { isEmptyUnit, type UnitTemplate, unitTemplates } from '../templates/index.ts';
import type { UnitAction } from './unit-action.ts';

/** Whole units to begin an empty file with, for editors whose completions have one line only. */
export function beginnings(document: Document): UnitAction[] {
  const { text, judged, tree } = document;
  if (!isEmptyUnit(tree) || (judged && !asUnitFile(judged.source.identity))) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const action = ({ name, snippet }: UnitTemplate): UnitAction => ({
    title: `Begin with: ${name}`,
    kind: 'refactor.rewrite',
    edits: [{ start: text.length, end: text.length, text: gap + expandSnippet(snippet, { TM_FILENAME_BASE: 'name' }) }],
  });
  return unitTemplates(judged && asUnitFile(judged.source.identity)).map(action);
}
