/** Where manual pages come from. The core reads nothing itself: a host hands in one of these. */
export interface PageSource {
  /** The pages there are, without reading them. */
  readonly pages: readonly PageInfo[];
  /** The roff of a page; undefined when it cannot be read. Called at most once for each page. */
  read(page: PageInfo): string | undefined;
}

export interface PageInfo {
  readonly name: string;
  readonly section: string;
  /** One line on what the page is about, where the source knows it without reading. */
  readonly description?: string;
}

export const noPages: PageSource = { pages: [], read: () => undefined };
