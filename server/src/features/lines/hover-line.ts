import { specifierMeaning } from '../../dialects/lines/specifiers.ts';
import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import type { LinePlace, PlacedLine } from '../../engine/lines/line-dialect.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { manualText, withManual } from '../manual-text.ts';
import { accountAt, makingMarkdown } from './account-lines.ts';
import { settingMarkdown } from './kernel-settings.ts';
import { ofLinesOf } from './lines-of.ts';
import { presetMarkdown } from './unit-presets.ts';

interface Hover extends Span {
  readonly markdown: string;
}

/** The field under the cursor: what it says, what its column is for, and the manual's words. */
export async function hoverLine(
  document: Document,
  offset: number,
  environment: Environment,
): Promise<Hover | undefined> {
  const file = ofLinesOf(document);
  const placed = lineAtOffset(file, offset);
  if (placed?.line.content.kind !== 'entry') return undefined;
  const context = contextOfLines(file);
  const place = file.dialect.placeAt(placed.line, offset - placed.start, context);
  if (!place?.field) return undefined;
  const specifier = specifierAt(placed, offset, place);
  if (specifier) return hoverSpecifier(specifier, place, environment);
  const own = file.dialect.describe?.(place, placed.line, context) ?? place.column.purpose;
  const manual = manualText(
    file.dialect.manualOf?.(place, placed.line, context) ?? place.column.manual,
    environment.manual,
  );
  const markdown = withManual(
    [
      `**${place.column.label}** ${escapeMarkdown(placeText(place))}`,
      own,
      ...(await aroundField(document, offset, { place, environment })),
    ].join('\n\n'),
    manual,
    environment,
  );
  return { start: placed.start + place.start, end: placed.start + place.end, markdown };
}

interface AtField {
  readonly place: LinePlace;
  readonly environment: Environment;
}

/** What other files and units have to do with a field. */
async function aroundField(document: Document, offset: number, { place, environment }: AtField): Promise<string[]> {
  const account = accountAt(document, offset);
  const making = account && makingMarkdown(account, document, environment);
  const units = place.column.name === 'unit' ? presetMarkdown(document, offset, environment) : undefined;
  const setting = place.column.sources?.includes('setting')
    ? await settingMarkdown(place.field!.text, environment)
    : undefined;
  return [making, units, setting].filter((text) => text !== undefined);
}

const LONGEST = 120;

const placeText = ({ field }: LinePlace): string =>
  field!.text.length > LONGEST ? `${field!.text.slice(0, LONGEST - 1)}…` : field!.text;

interface SpecifierAt extends Span {
  readonly letter: string;
}

function specifierAt(
  { start, line }: PlacedLine,
  offset: number,
  { field, column }: LinePlace,
): SpecifierAt | undefined {
  if (!field?.hasSpecifiers || column.specifiers === undefined) return undefined;
  for (const { index, 1: letter = '' } of line.text.slice(field.start, field.end).matchAll(/%([A-Za-z0-9%])/g)) {
    const at = start + field.start + index;
    if (at <= offset && offset < at + 2) return { letter, start: at, end: at + 2 };
  }
  return undefined;
}

function hoverSpecifier({ letter, start, end }: SpecifierAt, { column }: LinePlace, environment: Environment): Hover {
  const meaning = letter === '%' ? 'A percent sign' : (specifierMeaning(letter) ?? 'Not a specifier');
  const manual = environment.manual?.specifier(letter, column.specifiers);
  return { start, end, markdown: withManual(`**%${letter}** ${meaning}`, manual, environment) };
}
