import { filesOfTree } from '../../dialects/lines/places.ts';
import { presetDialect } from '../../dialects/preset/index.ts';
import {
  decidingRule,
  fitsUnit,
  namesOneUnit,
  type PresetRule,
  presetRules,
} from '../../dialects/preset/preset-rules.ts';
import { filesThatCount, linesOfFiles } from '../../engine/lines/files-that-count.ts';
import type { Manager } from '../../schema/file-identity.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { listWords } from '../../text/list-words.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Viewpoint } from '../../units/resolve-unit.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { type FilePlace, ownUnit, viewOf } from '../navigation/unit-at.ts';
import { isMeantTogether, placeInLines, rootOfTree, viewOfLines } from './line-trees.ts';

type Lines = Environment['lines'];

const setOf = (manager: Manager): string => `${manager}-preset`;

/** The presets that hold for units of a tree, in their order; none for units of a folder that stands alone. */
function rulesFor(view: Viewpoint, lines: Lines, version: number): PresetRule[] {
  const tree = rootOfTree(view);
  if (tree === undefined || !lines) return [];
  const files = filesThatCount(filesOfTree(lines.all(), { tree, name: setOf(view.manager) }));
  return linesOfFiles(files, { dialect: presetDialect, version, manager: view.manager }).flatMap(presetRules);
}

/** Where the pattern of a line stands. */
const placeOf = ({ file, placed, start, end }: PresetRule): FilePlace =>
  placeInLines(file, { start: placed.start + start, end: placed.start + end });

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Above a unit that can be enabled: what presets make of it, and the line that says so. */
export function presetLens(
  document: Document,
  { units, lines }: Pick<Environment, 'units' | 'lines'>,
): { title: string; places: readonly FilePlace[] }[] {
  const name = ownUnit(document, units);
  const isInstalled = document.tree.sections.some((section) => section.name === 'Install');
  if (!name || !isInstalled || document.judged?.source.identity.role !== 'fragment') return [];
  const rules = rulesFor(viewOf(document, units), lines, document.version);
  const found = decidingRule(rules, name);
  if (rules.length === 0 || found === 'unsure') return [];
  // Without a line for it a unit is enabled.
  if (!found) return [{ title: 'Preset: enable (no line fits)', places: [] }];
  return [{ title: `Preset: ${found.action} (${baseOf(found.file.source.path)})`, places: [placeOf(found)] }];
}

/** Lines of presets that name a unit; patterns for many are no mention. Those of other images are of other units. */
export function presetMentions(name: UnitName, view: Viewpoint, lines: Lines): FilePlace[] {
  const files = (lines?.all() ?? []).filter(
    ({ path }) => presetDialect.identify(path)?.manager === view.manager && isMeantTogether(path, rootOfTree(view)),
  );
  const read = linesOfFiles(files, { dialect: presetDialect, version: NEWEST_VERSION, manager: view.manager });
  return read
    .flatMap(presetRules)
    .filter((rule) => namesOneUnit(rule) && fitsUnit(rule, name) === true)
    .map(placeOf);
}

/** Units that the line at an offset says something of, and whether it is the first that does. */
export interface PresetUnit {
  readonly name: string;
  readonly path: string;
  readonly decides: boolean;
}

/** The units that a line of a preset fits, as far as they are known around it. */
export function unitsOfRule(document: Document, at: number, { units, lines }: PresetAround): PresetUnit[] {
  const { ofLines, path } = document;
  const rule =
    ofLines &&
    presetRules(ofLines).find(({ placed }) => placed.start <= at && at < Math.max(placed.end, placed.start + 1));
  if (!rule) return [];
  const view = viewOfLines(document);
  const around = lines?.among?.files ?? [];
  const others = linesOfFiles(
    filesThatCount(around).filter((file) => file.path !== path),
    { dialect: presetDialect, version: document.version, manager: view.manager },
  );
  const all = [...others, ofLines].sort((a, b) => (baseOf(a.source.path) < baseOf(b.source.path) ? -1 : 1));
  const rules = all.flatMap(presetRules);
  return unitsAround(units, view).flatMap(([text, file]) => {
    const name = parseUnitName(text);
    return name && fitsUnit(rule, name)
      ? [{ name: text, path: file, decides: decidingRule(rules, name) === rule }]
      : [];
  });
}

/** Units that are named in a hover. */
const MOST_NAMED = 8;

/** Which units the line at an offset decides about, in Markdown. */
export function presetMarkdown(document: Document, at: number, around: PresetAround): string {
  const units = unitsOfRule(document, at, around);
  const decided = units.filter(({ decides }) => decides).map(({ name }) => codeSpan(name));
  const others = units.length - decided.length;
  const named = decided.slice(0, MOST_NAMED);
  if (decided.length > MOST_NAMED) named.push(`${decided.length - MOST_NAMED} others`);
  const own =
    units.length === 0
      ? 'No unit that is known here fits.'
      : decided.length === 0
        ? 'It decides about no unit that is known here.'
        : `It decides about ${listWords(named, 'and')}.`;
  if (others === 0) return own;
  return `${own} Earlier lines decide about ${others === 1 ? 'one unit' : `${others} units`} that it fits as well.`;
}

type PresetAround = Pick<Environment, 'units' | 'lines'>;

/** Names of units and their fragments: those of the tree, and those of the workspace. */
export function unitsAround(units: UnitIndex, { tree, manager }: Viewpoint): [name: string, path: string][] {
  const found = new Map<string, string>();
  for (const file of units.files())
    if (file.role === 'fragment' && file.manager === manager && (file.tree === tree || file.tree.startsWith('folder:')))
      if (!found.has(file.owner) || file.tree === tree) found.set(file.owner, file.path);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
