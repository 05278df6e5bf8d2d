import { directiveText, valueText } from './directive.ts';
import { openLibrary } from './library.ts';
import type { ManualPage } from './page.ts';
import type { PageInfo, PageSource } from './source.ts';
import type { ManualText } from './text.ts';
import { entryText, headingText, rowText, sectionText, unitText } from './topics.ts';

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
  const exec = 'systemd.exec(5)';
  return {
    pages: () => library.pages,
    page: library.page,
    directive: (page, section, key) => directiveText(library, { page, section, key }),
    value: (page, section, key, value) => valueText(library, { page, section, key }, value),
    section: (kind, section) => sectionText(library, kind, section),
    specifier: (letter, page = 'systemd.unit(5)') => rowText(library, page, `%${letter}`, /SPECIFIER/i),
    unit: (name) => unitText(library, name),
    environmentVariable: (name) => entryText(library, exec, name.startsWith('$') ? name : `$${name}`),
    exitStatus: (status) => rowText(library, exec, status, /EXIT CODES/),
    entry: (page, term) => entryText(library, page, term),
    heading: (page, title) => headingText(library, page, title),
  };
}
