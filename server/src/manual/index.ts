import { type Found, findEntry, findMention, sectionsFor, termName } from './find.ts';
import { type Library, openLibrary } from './library.ts';
import { type ManualPage, type Section, slug } from './page.ts';
import type { PageInfo, PageSource } from './source.ts';
import { type ManualText, manualText } from './text.ts';
import { type Content, plainText } from './tree.ts';
import { rowBlocks, tablesIn, valueBlocks } from './values.ts';

export type { MarkdownOptions } from './markdown/options.ts';
export type { ManualPage } from './page.ts';
export { noPages, type PageInfo, type PageSource } from './source.ts';
export type { ManualText, TextOptions } from './text.ts';
export { webAddress } from './web.ts';
export { type Heading, pageHeadings, pageMarkdown } from './whole.ts';

/**
 * systemd's manual, asked by what one points at. Pages are read one by one when first needed and kept.
 * Page names are `systemd.exec` or `systemd.exec(5)`; every answer is undefined when the manual has none.
 */
export interface Manual {
  pages(): readonly PageInfo[];
  page(name: string): ManualPage | undefined;
  /** A directive of `[section]`: on `page` when given, else on the pages that document that section. */
  directive(page: string | undefined, section: string, key: string): ManualText | undefined;
  /** One value of a directive: `value('systemd.service', 'Service', 'Type', 'notify')`. */
  value(page: string | undefined, section: string, key: string, value: string): ManualText | undefined;
  /** What a section is for, in a unit of `kind` (`service`, `socket`, …). */
  section(kind: string, section: string): ManualText | undefined;
  /** A specifier by its letter, in unit files or in the files another page describes (`tmpfiles.d`). */
  specifier(letter: string, page?: string): ManualText | undefined;
  /** A unit systemd itself knows or brings along, from systemd.special(7) or its own page. */
  unit(name: string): ManualText | undefined;
  /** `MAINPID` or `$MAINPID`, from systemd.exec(5). */
  environmentVariable(name: string): ManualText | undefined;
  /** A process exit code, `203` or `EXIT_EXEC`, from systemd.exec(5). */
  exitStatus(status: string): ManualText | undefined;
  /** Any term of a page: an option (`--now`), a command (`daemon-reload`), a variable. */
  entry(page: string, term: string): ManualText | undefined;
  /** What stands below a heading: `heading('systemd.time', 'PARSING TIME SPANS')`. */
  heading(page: string, title: string): ManualText | undefined;
}

export function openManual(source: PageSource): Manual {
  const library = openLibrary(source);
  return {
    pages: () => library.pages,
    page: library.page,
    directive: (page, section, key) => directive(library, page, section, key),
    value: (page, section, key, value) => directiveValue(library, page, section, key, value),
    section: (kind, section) => sectionIntro(library, kind, section),
    specifier: (letter, page = 'systemd.unit(5)') => tableRow(library, page, `%${letter}`, /SPECIFIER/i),
    unit: (name) => unit(library, name),
    environmentVariable: (name) => entry(library, 'systemd.exec(5)', name.startsWith('$') ? name : `$${name}`),
    exitStatus: (status) => tableRow(library, 'systemd.exec(5)', status, /EXIT CODES/),
    entry: (page, term) => entry(library, page, term),
    heading: (page, title) => heading(library, page, title),
  };
}

/** Pages whose directives several kinds share; scopes share `TimeoutStopSec=` with services. */
const sharedPages = [
  'systemd.exec(5)',
  'systemd.kill(5)',
  'systemd.resource-control(5)',
  'systemd.unit(5)',
  'systemd.service(5)',
];

function pagesFor(library: Library, page: string | undefined, section: string): ManualPage[] {
  const names = [...(page === undefined ? [] : [page]), `systemd.${section.toLowerCase()}(5)`, ...sharedPages];
  return [...new Set(names)].map(library.page).filter((found) => found !== undefined);
}

function directive(library: Library, page: string | undefined, section: string, key: string): ManualText | undefined {
  const pages = pagesFor(library, page, section);
  for (const candidate of pages) {
    const found = findEntry(sectionsFor(candidate, section), key, (term) => isDirective(term, key));
    if (found !== undefined) return entryText(candidate, found, `${key}=`);
  }
  for (const candidate of pages) {
    const found = findMention(sectionsFor(candidate, section), key);
    if (found === undefined) continue;
    return manualText({ page: candidate, title: `${key}=`, anchor: found.section.anchor, webAnchor: '' }, [
      found.block,
    ]);
  }
  return undefined;
}

function isDirective(term: Content, key: string): boolean {
  return plainText(term).startsWith(`${key}=`);
}

function directiveValue(
  library: Library,
  page: string | undefined,
  section: string,
  key: string,
  value: string,
): ManualText | undefined {
  const text = directive(library, page, section, key);
  if (text === undefined) return undefined;
  const blocks = valueBlocks(text.blocks, value);
  const source = library.page(text.page);
  if (blocks.length === 0 || source === undefined) return undefined;
  return manualText({ page: source, title: `${key}=${value}`, anchor: text.anchor, webAnchor: text.webAnchor }, blocks);
}

/** The paragraphs under the heading that introduces a section, before its first directive. */
function sectionIntro(library: Library, kind: string, section: string): ManualText | undefined {
  const shared = section === 'Unit' || section === 'Install';
  const page = library.page(shared ? 'systemd.unit(5)' : `systemd.${kind}(5)`);
  if (page === undefined) return undefined;
  const headings = [`[${section.toUpperCase()}] SECTION OPTIONS`, 'OPTIONS'];
  const found = headings.map((title) => page.sections.find((candidate) => candidate.title === title)).find(Boolean);
  if (found === undefined) return undefined;
  const end = found.blocks.findIndex((block) => block.kind === 'definitions');
  const intro = end < 0 ? found.blocks : found.blocks.slice(0, end);
  // systemd.service(5) speaks of [Unit] and [Install] first.
  const start = intro.findIndex(
    (block) => block.kind === 'paragraph' && plainText(block.content).includes(`[${section}]`),
  );
  const own = intro.findIndex((block) => block.kind === 'paragraph' && !plainText(block.content).includes('[Install]'));
  const blocks = intro.slice(Math.max(start, shared ? 0 : own, 0));
  return blocks.length === 0 ? undefined : manualText({ page, title: `[${section}]`, anchor: found.anchor }, blocks);
}

function tableRow(library: Library, name: string, key: string, title: RegExp): ManualText | undefined {
  const page = library.page(name);
  const sections = page?.sections.filter((section) => title.test(section.parent) || title.test(section.source)) ?? [];
  for (const section of page === undefined ? [] : sections)
    for (const table of tablesIn(section.blocks)) {
      const row = table.rows.find((cells) => cells.slice(0, 2).some((cell, i) => isCell(cell, key, i)));
      if (row !== undefined)
        return manualText(
          { page: page!, title: key, anchor: section.anchor, webAnchor: section.title },
          rowBlocks(table, row),
        );
    }
  return undefined;
}

/** The key stands in the first column; a second column counts when it is a name of its own (`EXIT_EXEC`). */
function isCell(cell: Content, key: string, column: number): boolean {
  const text = plainText(cell).replace(/^"(.*)"$/, '$1');
  return column === 0 ? text === key : text === key && /^EXIT_/.test(key);
}

function entry(library: Library, name: string, term: string): ManualText | undefined {
  const page = library.page(name);
  if (page === undefined) return undefined;
  const found = findEntry(page.sections, term, (candidate) => termName(candidate) === term);
  return found === undefined ? undefined : entryText(page, found, term);
}

/** An entry that stands under several terms is headed by all of them in the page's Markdown. */
function entryText(page: ManualPage, { section, entry }: Found, title: string): ManualText {
  const listed = section.blocks.some((block) => block.kind === 'definitions' && block.entries.includes(entry));
  const anchor = listed ? slug(entry.terms.map(plainText).join(', ')) : section.anchor;
  return manualText({ page, title, anchor }, entry.blocks);
}

function heading(library: Library, name: string, title: string, shown?: string): ManualText | undefined {
  const page = library.page(name);
  const found = page?.sections.find((section) => section.title.toLowerCase() === title.toLowerCase());
  if (page === undefined || found === undefined) return undefined;
  const below = page.sections.filter((section) => isBelow(section, found));
  const blocks = below.flatMap((section) =>
    section === found
      ? section.blocks
      : [{ kind: 'title' as const, content: [{ kind: 'text' as const, text: section.title }] }, ...section.blocks],
  );
  return manualText({ page, title: shown ?? found.title, anchor: found.anchor, webAnchor: found.title }, blocks);
}

function isBelow(section: Section, found: Section): boolean {
  return section === found || (found.level === 1 && section.parent === found.title);
}

function unit(library: Library, name: string): ManualText | undefined {
  const template = templateName(name);
  const special = entry(library, 'systemd.special(7)', template);
  if (special !== undefined || library.page(template) === undefined) return special;
  return heading(library, template, 'DESCRIPTION', template);
}

/** systemd.special(7) lists templates: `getty@tty1.service` is told under `getty@.service`. */
function templateName(name: string): string {
  return name.replace(/^([^@]+@)[^.]+(\.\w+)$/, '$1$2');
}
