import { directiveText, valueText } from './directive.ts';
import { allPages, type Library, openLibrary } from './library.ts';
import type { ManualPage } from './page.ts';
import type { PageInfo, PageSource } from './source.ts';
import type { ManualText } from './text.ts';
import { entryText, headingText, rowText, sectionText, unitText } from './topics.ts';

export type { MarkdownOptions } from './markdown/options.ts';
export type { ManualPage } from './page.ts';
export { noPages, type PageInfo, type PageSource, sectionOrder } from './source.ts';
export type { ManualText, TextOptions } from './text.ts';
export { isSystemdPage, webAddress } from './web-pages.ts';
export { type Heading, pageHeadings, pageMarkdown } from './whole.ts';

/**
 * systemd's manual, asked by what one points at. Pages are read one by one when first needed and kept.
 * Page names are `systemd.exec` or `systemd.exec(5)`; every answer is undefined when the manual has none.
 */
export interface Manual {
  /** systemd's pages, for choosing one. */
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
  /** A unit that comes with systemd, or that it makes, from systemd.special(7) or its own page. */
  unit(name: string): ManualText | undefined;
  /** `MAINPID` or `$MAINPID`, from systemd.exec(5). */
  environmentVariable(name: string): ManualText | undefined;
  /** A process exit code, `203` or `EXIT_EXEC`, from systemd.exec(5). */
  exitStatus(status: string): ManualText | undefined;
  /** Any term of a page: an option (`--now`), a command (`daemon-reload`), a variable; of several in a section the first unless told. */
  entry(page: string, term: string, which?: 'first' | 'last'): ManualText | undefined;
  /** What stands below a heading: `heading('systemd.time', 'PARSING TIME SPANS')`. */
  heading(page: string, title: string): ManualText | undefined;
}

/** Opens one or more sources; the earlier is asked first, and a question it cannot answer goes to the next. */
export function openManual(...sources: readonly PageSource[]): Manual {
  const libraries = sources.map(openLibrary);
  const exec = 'systemd.exec(5)';
  const first = <Answer>(ask: (library: Library) => Answer | undefined): Answer | undefined => {
    for (const library of libraries) {
      const answer = ask(library);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    pages: () => allPages(libraries),
    page: (name) => first((library) => library.page(name)),
    directive: (page, section, key) => first((library) => directiveText(library, { page, section, key })),
    value: (page, section, key, value) => first((library) => valueText(library, { page, section, key }, value)),
    section: (kind, section) => first((library) => sectionText(library, kind, section)),
    specifier: (letter, page = 'systemd.unit(5)') =>
      first((library) => rowText(library, page, `%${letter}`, /SPECIFIER/i)),
    unit: (name) => first((library) => unitText(library, name)),
    environmentVariable: (name) =>
      first((library) => entryText(library, exec, name.startsWith('$') ? name : `$${name}`)),
    exitStatus: (status) => first((library) => rowText(library, exec, status, /EXIT CODES/)),
    entry: (page, term, which) => first((library) => entryText(library, page, term, which)),
    heading: (page, title) => first((library) => headingText(library, page, title)),
  };
}
