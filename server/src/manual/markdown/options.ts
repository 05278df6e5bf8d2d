export interface MarkdownOptions {
  /** Where a cross reference such as systemd.exec(5) leads; without a target it is set in bold only. */
  readonly link?: (page: string, section: string) => string | undefined;
  /** Where the name of a directive such as `After=` leads, when it stands in running text. */
  readonly directiveLink?: (key: string) => string | undefined;
  /** Level of the outermost headings; 1 by default. */
  readonly headingLevel?: number;
  /** How terms of the outermost definition lists are set: as headings (for an outline) or in bold (default). */
  readonly terms?: 'heading' | 'bold';
}
