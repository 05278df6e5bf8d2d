export interface MarkdownOptions {
  /** Where a cross reference such as systemd.exec(5) leads; without a target it is set in bold only. */
  readonly link?: (page: string, section: string) => string | undefined;
  /** Where the name of a directive such as `After=` leads, when it stands in running text. */
  readonly directiveLink?: (key: string) => string | undefined;
  /** Level of the outermost headings; 1 by default. */
  readonly headingLevel?: number;
  /** Of links to the web only the words. */
  readonly withoutAddresses?: boolean;
  /** Tables as they are (default), or each row as an entry of a list, where there is no room for columns. */
  readonly tables?: 'grid' | 'list';
  /** How terms of the outermost definition lists are set: as headings (for an outline) or in bold (default). */
  readonly terms?: 'heading' | 'bold';
}
