import type { JudgedAssignment } from '../../engine/judged-file.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { diagnostics } from '../diagnostics.ts';
import { createDocument } from '../document.ts';
import { loadedUnitOfTexts } from '../lenses/effective-unit.ts';
import type { Culprit, DiagnosisPlace } from './diagnosis.ts';
import type { Facts, UnitFacts } from './facts.ts';

type Reading = Pick<Facts, 'manager' | 'version'>;

/** The files of a unit as systemd reads them; undefined where none could be read. */
export function unitOf({ files }: UnitFacts, { manager, version }: Reading): LoadedUnit | undefined {
  return loadedUnitOfTexts(files, { manager, version });
}

/** What is in force of a key, in whatever section. */
export function assignmentsOf(unit: LoadedUnit | undefined, key: string): readonly JudgedAssignment[] {
  if (!unit) return [];
  const homes = [...unit.effectiveKeys()].filter((home) => home.key === key);
  return homes.flatMap(({ section }) => unit.inForce(section, key));
}

/** The value in force of a key. */
export const settingOf = (unit: LoadedUnit | undefined, key: string): string | undefined =>
  assignmentsOf(unit, key).at(-1)?.node.value.text;

/** Where assignments stand, in the order of the culprits. */
export function placesOf(unit: LoadedUnit | undefined, culprits: readonly Culprit[]): DiagnosisPlace[] {
  const found = culprits.flatMap(({ key, index, holding }) => {
    const all = assignmentsOf(unit, key);
    const own = holding === undefined ? all : all.filter(({ node }) => node.value.text.includes(holding));
    return index === undefined ? own : (own[index] ?? own.at(-1) ?? []);
  });
  return [...new Set(found)].map(placeOf);
}

function placeOf({ source, node }: JudgedAssignment): DiagnosisPlace {
  const { text } = source.tree;
  const { line } = editorLines(source.tree).positionAt(node.keySpan.start);
  return { path: source.path, line: line + 1, text: lineAt(text, line) };
}

const lineAt = (text: string, line: number): string => text.split(/\r?\n/)[line]?.trim() ?? '';

/** Lines for which systemd refuses the unit, and what is wrong with them. */
export function refusedLines(
  { files }: UnitFacts,
  { manager, version }: Reading,
): {
  readonly places: DiagnosisPlace[];
  readonly messages: string[];
} {
  const places: DiagnosisPlace[] = [];
  const messages: string[] = [];
  for (const { path, text } of files) {
    const document = createDocument(text, { path, version, manager });
    for (const { severity, start, message } of diagnostics(document, { units: [files] })) {
      if (severity !== 'error') continue;
      const { line } = document.lines.positionAt(start);
      places.push({ path, line: line + 1, text: lineAt(text, line) });
      if (!messages.includes(message)) messages.push(message);
    }
  }
  return { places, messages };
}
