/** The manifest with the menus it has to have, from the text of package.json. */
export function withMenus(text: string): { readonly contributes: Record<string, unknown> };
