/** Characters that Go's `unicode.IsSpace` takes for space; JavaScript's `\s` differs in two. */
const SPACE = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING = new RegExp(`^[${SPACE}]+`);
const ANY_SPACE = new RegExp(`[${SPACE}]`);

export const isSpace = (char: string): boolean => ANY_SPACE.test(char);

export const trimStart = (text: string): string => text.replace(LEADING, '');

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1]!)) end--;
  return text.slice(0, end);
}

export const trim = (text: string): string => trimEnd(trimStart(text));

/** `path.Clean` for what Quadlet hands it. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  return (isAbsolute ? '/' : '') + kept.join('/') || '.';
}

export const folderOf = (path: string): string => cleanPath(path.slice(0, path.lastIndexOf('/') + 1));

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The last suffix of a name with its dot; empty without one. */
export function suffixOf(path: string): string {
  const base = baseOf(path);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot);
}

/** `strings.Cut`. */
export function cut(text: string, separator: string): [before: string, after: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
