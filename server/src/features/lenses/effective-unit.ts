import type { LineOrigin } from '../../engine/judged-block.ts';
import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import { type MergedFiles, mergeFiles } from '../../engine/merged-files.ts';
import { PREAMBLE } from '../../engine/schema.ts';
import type { Manager } from '../../schema/file-identity.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { sectionsOf } from '../../schema/kinds.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Surroundings } from '../diagnostics.ts';
import { createDocument, type Document } from '../document.ts';
import { loadMade, loadWithDocument, type UnitText } from '../judged-unit.ts';

/** A unit written as one file: what systemd has of it after reading fragment and drop-ins. */
interface EffectiveUnit {
  readonly text: string;
  readonly origins: readonly LineOrigin[];
}

/** Whose view of the unit it is: all there is, the manager's own files, or those of a workspace that is not installed. */
type EffectiveOf = 'reading' | 'installed' | 'workspace';

export interface EffectiveOptions {
  readonly of?: EffectiveOf;
  /** Files that are not in force, as they are not installed. */
  readonly left?: readonly string[];
}

/**
 * Lists appended, empty assignments applied, of scalars the last; refused and ignored lines left out. A comment says
 * from which file the lines below it are, as `systemctl cat` does.
 */
export function effectiveUnit(unit: LoadedUnit, { of = 'reading', left = [] }: EffectiveOptions = {}): EffectiveUnit {
  const heading = [
    `# ${unit.name?.text ?? unit.kind} ${VIEWS[of]}: ${countOf(unit.files.length - 1)}`,
    ...left.map((path) => `# Not installed, so not in force: ${path}`),
  ];
  return effectiveFiles(unit, { heading, sections: sectionsOf(unit.kind) });
}

/** A daemon's configuration in the same way. */
export function effectiveConfiguration(name: string, files: readonly JudgedFile[]): EffectiveUnit {
  const [first] = files;
  const merged = mergeFiles(files);
  const dropIns = files.length - (merged.hasFragment ? 1 : 0);
  const count = merged.hasFragment ? countOf(dropIns) : `no main file, ${dropIns} drop-in${dropIns === 1 ? '' : 's'}`;
  const heading = [`# ${name} as its daemon reads it: ${count}`];
  return effectiveFiles(merged, { heading, sections: first!.schema.sectionsOf(first!.source.identity) });
}

interface Frame {
  readonly heading: readonly string[];
  readonly sections: readonly string[];
}

function effectiveFiles(unit: MergedFiles, { heading, sections }: Frame): EffectiveUnit {
  const lines = [...heading];
  const origins: LineOrigin[] = [];
  const assignments = inForce(unit);
  for (const section of sections) {
    const own = assignments.filter((assignment) => assignment.section === section);
    if (own.length === 0) continue;
    lines.push('', ...(section === PREAMBLE ? [] : [`[${section}]`]));
    let path = '';
    for (const { source, node } of own) {
      if (source.path !== path) lines.push(`# ${source.path}${source.origins ? ' (made by Podman)' : ''}`);
      path = source.path;
      const { line } = editorLines(source.tree).positionAt(node.keySpan.start);
      const made = source.origins?.filter((origin) => origin.line === line) ?? [{ path, sourceLine: line }];
      origins.push(...made.map((origin) => ({ ...origin, line: lines.length })));
      lines.push(`${node.key}=${node.value.text}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, origins };
}

const VIEWS: Readonly<Record<EffectiveOf, string>> = {
  reading: 'as systemd reads it',
  installed: 'as it is installed',
  workspace: 'as this workspace would have it',
};

const countOf = (dropIns: number): string =>
  dropIns === 0 ? 'one file, no drop-ins' : `its file and ${dropIns === 1 ? 'one drop-in' : `${dropIns} drop-ins`}`;

/** The assignments that count, in the order they were read. */
function inForce(unit: MergedFiles): JudgedAssignment[] {
  const counting = new Set([...unit.effectiveKeys()].flatMap(({ section, key }) => unit.inForce(section, key)));
  return unit.assignments.filter((assignment) => counting.has(assignment));
}

/** The unit that another program makes of a document, with the drop-ins that systemd reads for it. */
export function madeUnitOf(
  { judged, path, text, version }: Document,
  { units, among }: Surroundings,
): LoadedUnit | undefined {
  if (!judged) return undefined;
  const { manager } = judged.source.identity;
  return loadMade(units?.[0] ?? [{ path, text }], { version, manager, among });
}

/** A unit of texts that were found already, the fragment first; undefined without any. */
export function loadedUnitOfTexts(
  texts: readonly UnitText[],
  reading: { readonly version: number; readonly manager: Manager },
): LoadedUnit | undefined {
  const [first] = texts;
  return first && loadedUnitOf(createDocument(first.text, { path: first.path, ...reading }), { units: [texts] });
}

/** The unit a document belongs to, as systemd loads it; of a drop-in for many units the first. */
export function loadedUnitOf(document: Document, { units, among }: Surroundings): LoadedUnit | undefined {
  const { judged } = document;
  if (!judged || !asUnitFile(judged.source.identity)) return undefined;
  const files = units?.[0];
  return loadWithDocument(files?.length ? files : [document], { document, judged, among });
}
