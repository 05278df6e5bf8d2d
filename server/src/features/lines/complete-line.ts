import { contextOfLines, lineAtOffset } from '../../engine/lines/judged-lines.ts';
import type { Column, JudgedLines, LinePlace, ReadLine } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../../values/value-type.ts';
import type { CompletionItem } from '../completion/completion-item.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { settingCandidates } from './kernel-settings.ts';
import { viewOfLines } from './line-trees.ts';
import { ofLinesOf } from './lines-of.ts';
import { unitsAround } from './unit-presets.ts';

const EMPTY: ReadLine = { text: '', content: { kind: 'blank', fields: [] } };

/** What can be written in the column at the cursor. */
export async function completeLine(
  document: Document,
  offset: number,
  environment: Environment,
): Promise<CompletionItem[]> {
  const file = ofLinesOf(document);
  const placed = lineAtOffset(file, offset);
  const line = placed?.line ?? EMPTY;
  if (line.content.kind === 'comment') return [];
  const start = placed?.start ?? offset;
  const place = file.dialect.placeAt(line, offset - start, contextOfLines(file));
  if (!place) return [];
  const typed = line.text.slice(place.start, offset - start);
  const span = { start: start + place.start, end: start + place.end };
  const isPercent = place.column.specifiers !== undefined && /(?:^|[^%])(?:%%)*%[A-Za-z]?$/.test(typed);
  if (isPercent)
    return specifierItems(place.column, { start: offset - (/%[A-Za-z]?$/.exec(typed)?.[0].length ?? 0), end: offset });
  const own = [
    ...(place.column.offers ?? []).filter(({ kind }) => kind !== 'specifier' || place.column.specifiers === undefined),
    ...ownNames(file, place.column),
  ];
  const others = await sourceCandidates(place, typed, { document, environment });
  return [...own, ...others].map((candidate, rank) => itemOf(candidate, { span, rank, column: place.column }));
}

const specifierItems = (column: Column, span: Span): CompletionItem[] =>
  (column.offers ?? [])
    .filter(({ kind }) => kind === 'specifier')
    .map((candidate, rank) => ({
      ...itemOf(candidate, { span, rank, column }),
      help: {
        of: 'specifier',
        letter: candidate.label.slice(1),
        ...(column.specifiers && { page: column.specifiers }),
      },
    }));

interface ItemPlace {
  readonly span: Span;
  readonly rank: number;
  readonly column: Column;
}

function itemOf(
  { label, kind, detail, documentation, insert, filter, isSnippet }: Candidate,
  { span, rank, column }: ItemPlace,
): CompletionItem {
  const manual = column.manualOf?.(label) ?? column.manual;
  return {
    label,
    kind,
    insert: insert ?? label,
    span,
    rank,
    ...(detail && { detail }),
    ...(documentation && { documentation }),
    ...(filter && { filter }),
    ...(isSnippet && { isSnippet }),
    ...(column.continues && { continues: true }),
    ...(manual && { help: { of: 'page', ...manual, ...(column.name === 'type' && { term: label[0]! }) } }),
  };
}

/** Names that lines of the file call each other by, once each: those that are defined where they are used, and the other way round. */
function ownNames(file: JudgedLines, { names }: Column): Candidate[] {
  const all = names ? (file.dialect.ownNames?.(file) ?? []) : [];
  const wanted = all.filter(({ isDefinition }) => isDefinition === (names === 'defined'));
  return [...new Set(wanted.map(({ name }) => name))].map((label) => ({ label, kind: 'value' }));
}

interface Around {
  readonly document: Document;
  readonly environment: Environment;
}

async function sourceCandidates(
  { column }: LinePlace,
  typed: string,
  { document, environment }: Around,
): Promise<Candidate[]> {
  const found = await Promise.all(
    (column.sources ?? []).map(async (source): Promise<readonly Candidate[]> => {
      switch (source) {
        case 'user':
          return environment.users.map((label) => ({ label, kind: 'user' }));
        case 'group':
          return environment.groups.map((label) => ({ label, kind: 'user' }));
        case 'path':
          return await paths(typed, environment);
        case 'unit':
          return unitCandidates(document, environment);
        case 'setting':
          return await settingCandidates(typed, environment);
      }
    }),
  );
  return found.flat();
}

/** Units of the tree of the file and of the workspace. */
const unitCandidates = (document: Document, { units }: Environment): Candidate[] =>
  unitsAround(units, viewOfLines(document)).map(([label, path]): Candidate => {
    const description = units.file(path)?.facts.description;
    return { label, kind: 'unit', ...(description !== undefined && { detail: description }) };
  });

/** Entries of the folder that has been typed so far. */
async function paths(typed: string, { files }: Environment): Promise<Candidate[]> {
  if (!files || !typed.startsWith('/') || /[%*?[\\"']/.test(typed)) return [];
  const slash = typed.lastIndexOf('/') + 1;
  const entries = await files.list(typed.slice(0, slash), typed.slice(slash));
  return entries.map(({ name, type }) => ({
    label: `${typed.slice(0, slash)}${name}`,
    kind: type === 'directory' ? 'folder' : 'path',
  }));
}
