import { modernPlace, successorOf } from '../schema/legacy.ts';
import { findEntry, findMention, sectionsFor } from './find.ts';
import type { Library } from './library.ts';
import type { ManualPage, Section } from './page.ts';
import { type ManualText, manualText } from './text.ts';
import { type Block, type Content, type Definition, plainText } from './tree.ts';
import { labelledRow, tablesIn, valueBlocks } from './values.ts';

export interface DirectiveName {
  /** The page that documents it, when known. */
  readonly page: string | undefined;
  readonly section: string;
  readonly key: string;
}

interface Place {
  readonly page: ManualPage;
  readonly section: Section;
  readonly entry?: Definition;
  /** As the manual calls it today. */
  readonly key: string;
  readonly webAnchor: string;
  readonly blocks: readonly Block[];
}

export function directiveText(library: Library, name: DirectiveName): ManualText | undefined {
  const place = findDirective(library, name);
  return place === undefined
    ? undefined
    : manualText({ ...place, title: `${place.key}=`, own: place.key }, place.blocks);
}

export function valueText(library: Library, name: DirectiveName, value: string): ManualText | undefined {
  const place = findDirective(library, name);
  const blocks = place === undefined ? [] : valueBlocks(place.blocks, value);
  if (place === undefined || blocks.length === 0) return undefined;
  return manualText({ ...place, title: `${place.key}=${value}` }, blocks);
}

/**
 * Its own entry on one of the pages; for an old spelling that of today's; where a removed directive has none, the
 * paragraph that still names it, or the entry of its successor.
 */
function findDirective(library: Library, name: DirectiveName): Place | undefined {
  const modern = modernPlace(name.section, name.key);
  const successor = successorOf(name.key);
  return (
    findOwn(library, name) ??
    (modern && findOwn(library, { page: undefined, ...modern })) ??
    findPassing(library, name) ??
    (successor === undefined ? undefined : findOwn(library, { ...name, page: undefined, key: successor }))
  );
}

function findOwn(library: Library, { key, ...name }: DirectiveName): Place | undefined {
  for (const page of pagesFor(library, name)) {
    const found = findEntry(sectionsFor(page, name.section), key, (term) => isDirective(term, key));
    if (found === undefined) {
      const headed = findHeaded(page, name.section, key);
      if (headed) return headed;
      continue;
    }
    const { terms, blocks } = found.entry;
    const term = terms.find((candidate) => isDirective(candidate, key)) ?? [];
    return { page, ...found, key, webAnchor: plainText(term), blocks: [...ownRow(blocks, key), ...blocks] };
  }
  return undefined;
}

/** Podman's page has a heading for each key, below that of the section: `Container units [Container]`. */
function findHeaded(page: ManualPage, name: string, key: string): Place | undefined {
  const section = page.sections.find(
    ({ level, title, parent }) => level === 2 && title.startsWith(`${key}=`) && parent.includes(`[${name}]`),
  );
  return section && { page, section, key, webAnchor: section.title, blocks: section.blocks };
}

/** Of many directives told together, as the limits are, the row about this one comes first. */
function ownRow(blocks: readonly Block[], key: string): readonly Block[] {
  for (const table of tablesIn(blocks)) {
    const row = table.rows.find((cells) => plainText(cells[0] ?? []) === `${key}=`);
    if (row !== undefined) return labelledRow(table, row);
  }
  return [];
}

function findPassing(library: Library, { key, ...name }: DirectiveName): Place | undefined {
  for (const page of pagesFor(library, name)) {
    const found = findMention(sectionsFor(page, name.section), key);
    if (found !== undefined) return { page, section: found.section, key, webAnchor: '', blocks: [found.block] };
  }
  return undefined;
}

/** Pages whose directives several kinds share; scopes share `TimeoutStopSec=` with services. */
const sharedPages = [
  'systemd.exec(5)',
  'systemd.kill(5)',
  'systemd.resource-control(5)',
  'systemd.unit(5)',
  'systemd.service(5)',
];

function* pagesFor(library: Library, { page, section }: Omit<DirectiveName, 'key'>): Generator<ManualPage> {
  const names = [...(page === undefined ? [] : [page]), `systemd.${section.toLowerCase()}(5)`, ...sharedPages];
  const given = new Set<ManualPage>();
  for (const name of names) {
    const found = library.page(name);
    if (found === undefined || given.has(found)) continue;
    given.add(found);
    yield found;
  }
}

function isDirective(term: Content, key: string): boolean {
  return plainText(term).startsWith(`${key}=`);
}
