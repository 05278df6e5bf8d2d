import { findEntry, termName } from './find.ts';
import type { Library } from './library.ts';
import type { ManualPage, Section } from './page.ts';
import { type ManualText, manualText } from './text.ts';
import { type Block, type Content, plainText } from './tree.ts';
import { rowBlocks, tablesIn } from './values.ts';

/** The entry of a page that stands under `term`; the last of a section where one has several and that is asked for. */
export function entryText(
  library: Library,
  name: string,
  term: string,
  which: 'first' | 'last' = 'first',
): ManualText | undefined {
  const page = library.page(name);
  // What stands in braces is set in italics.
  const [word = term] = /^[^{]+/.exec(term) ?? [];
  const found = page && findEntry(page.sections, word, (candidate) => termName(candidate) === term, which);
  if (page === undefined || found === undefined) return undefined;
  const own = found.entry.terms.find((candidate) => termName(candidate) === term) ?? [];
  return manualText({ page, ...found, title: term, webAnchor: plainText(own) }, found.entry.blocks);
}

/** The paragraphs under the heading that introduces a section, before its first directive. */
export function sectionText(library: Library, kind: string, section: string): ManualText | undefined {
  const shared = section === 'Unit' || section === 'Install';
  const page = library.page(shared ? 'systemd.unit(5)' : `systemd.${kind}(5)`);
  const found =
    page?.sections.find((candidate) => candidate.title === `[${section.toUpperCase()}] SECTION OPTIONS`) ??
    page?.sections.find((candidate) => candidate.title === 'OPTIONS');
  if (page === undefined || found === undefined) return undefined;
  const blocks = introduction(found.blocks, section);
  return blocks.length === 0 ? undefined : manualText({ page, section: found, title: `[${section}]` }, blocks);
}

/** systemd.service(5) speaks of [Unit] and [Install] before it comes to [Service]. */
function introduction(all: readonly Block[], section: string): readonly Block[] {
  const end = all.findIndex((block) => block.kind === 'definitions');
  const intro = end < 0 ? all : all.slice(0, end);
  const own = intro.findIndex((block) => block.kind === 'paragraph' && speaksOf(block.content, section));
  return intro.slice(Math.max(own, 0));
}

function speaksOf(content: Content, section: string): boolean {
  const text = plainText(content);
  return text.includes(`[${section}]`) && (section === 'Install' || !text.includes('[Install]'));
}

/** The row of a table whose first column (or second, `EXIT_EXEC`) is `key`, in the sections about `topic`. */
export function rowText(library: Library, name: string, key: string, topic: RegExp): ManualText | undefined {
  const page = library.page(name);
  if (page === undefined) return undefined;
  for (const section of page.sections) {
    if (!topic.test(section.parent) && !topic.test(section.source)) continue;
    for (const table of tablesIn(section.blocks)) {
      const row = table.rows.find((cells) => isCell(cells[0], key) || (/^EXIT_/.test(key) && isCell(cells[1], key)));
      if (row !== undefined) return manualText({ page, section, title: key }, rowBlocks(table, row));
    }
  }
  return undefined;
}

function isCell(cell: Content | undefined, key: string): boolean {
  return cell !== undefined && plainText(cell).replace(/^"(.*)"$/, '$1') === key;
}

/** What stands below a heading, that of deeper headings included. */
export function headingText(library: Library, name: string, title: string, shown = title): ManualText | undefined {
  const page = library.page(name);
  // sysusers.d(5) has a "Name" below its NAME.
  const found =
    page?.sections.find((section) => section.title === title) ??
    page?.sections.find((section) => section.title.toLowerCase() === title.toLowerCase());
  if (page === undefined || found === undefined) return undefined;
  return manualText({ page, section: found, title: shown }, [...found.blocks, ...deeperBlocks(page, found)]);
}

function deeperBlocks(page: ManualPage, found: Section): Block[] {
  const deeper = page.sections.filter(
    (section) => section !== found && found.level === 1 && section.parent === found.title,
  );
  return deeper.flatMap((section) => [
    { kind: 'title' as const, content: [{ kind: 'text' as const, text: section.title }] },
    ...section.blocks,
  ]);
}

/** From systemd.special(7), else from the page of the unit's own name. */
export function unitText(library: Library, name: string): ManualText | undefined {
  const template = templateName(name);
  return entryText(library, 'systemd.special(7)', template) ?? headingText(library, template, 'DESCRIPTION', template);
}

/** Instances are told under their template: `user@1000.service` under `user@.service`. */
function templateName(name: string): string {
  return name.replace(/^([^@]+@)[^.]+(\.\w+)$/, '$1$2');
}
