export function deadLinks(dist: string, base?: string): { readonly page: string; readonly link: string }[];
export function searchedPages(dist: string): Set<string>;
