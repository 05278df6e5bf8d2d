import type { FileRule } from '../../../engine/rule.ts';
import { lineSpan } from './lines.ts';
import { quadletRulePages } from './pages.ts';

/** A value that is continued goes on below blank lines and comments; at the end of the file all of it is lost. */
export const quadletContinuation: FileRule = {
  ...quadletRulePages.continuation,
  scope: 'file',
  check(file, report) {
    const lines = file.source.tree.text.replace(/\n$/, '').split('\n');
    for (let i = 0; i < lines.length - 1; i++) {
      const line = lines[i]!.trim();
      if (!line.endsWith('\\') || isComment(line)) continue;
      const next = nextLine(lines, i + 1);
      const isBlank = lines.slice(i + 1, next).some((each) => each.trim() === '');
      if (next < lines.length && !isBlank) continue;
      const span = lineSpan(file, i + 1);
      const at = { start: span.end - 1, end: span.end };
      const cost =
        next < lines.length
          ? `Podman passes over the blank line and takes line ${next + 1} for the rest of this value.`
          : 'Nothing follows; Podman drops this assignment without a message.';
      report({
        ...at,
        severity: 'warning',
        message: `The backslash continues this line. ${cost}`,
        fixes: [{ title: 'Remove the backslash', edits: [{ ...at, text: '' }] }],
      });
    }
  },
};

const isComment = (line: string): boolean => line === '' || line.startsWith('#') || line.startsWith(';');

function nextLine(lines: readonly string[], from: number): number {
  let next = from;
  while (next < lines.length && isComment(lines[next]!.trim())) next++;
  return next;
}
