/** Where manual pages come from. The core reads nothing itself: a host hands in one of these. */
export interface PageSource {
  /** systemd's pages, to choose from. May be slow the first time; nothing else needs it. */
  readonly pages: readonly PageInfo[];
  /**
   * The roff of a page; of the section that comes first in `sectionOrder` when none is named. Undefined when there is
   * no such page. Called once for each name.
   */
  read(name: string, section: string | undefined): string | undefined;
}

export interface PageInfo {
  readonly name: string;
  readonly section: string;
  /** One line on what the page is about, where the source knows it without reading. */
  readonly description?: string;
}

/** Where a name alone could mean several pages, files and concepts come before commands. */
export const sectionOrder = ['5', '7', '1', '8'] as const;

export const noPages: PageSource = { pages: [], read: () => undefined };
