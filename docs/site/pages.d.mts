export const ADDRESS: string;
export const sidebar: readonly { readonly items: readonly { readonly text: string; readonly link: string }[] }[];
export function sitePages(sources: {
  readonly read: (path: string) => string;
  readonly list: (folder: string) => readonly string[];
  readonly manifest: unknown;
  readonly tables: object;
}): Map<string, string>;
export function picturesOf(markdown: string): string[];
