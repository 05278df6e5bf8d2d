export const RELEASE_FILES: readonly string[];
export function isPreRelease(version: string): boolean;
export function releaseTexts(
  read: (path: string) => string,
  release: { readonly version: string; readonly date: string },
): Map<string, string>;
