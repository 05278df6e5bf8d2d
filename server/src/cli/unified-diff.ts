import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { printableLine } from '../text/printable.ts';

/** What another text changes of a file, as `git apply` and `patch -p1` take it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const name = printableLine(path.replace(/^(?:\.?\/)+/, ''));
  return formatPatch(structuredPatch(`a/${name}`, `b/${name}`, before, after), FILE_HEADERS_ONLY);
}
