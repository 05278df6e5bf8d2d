import { allRules } from '../../dialects/rules.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import { suppressionIn } from '../suppressions/suppression-comments.ts';

/** A comment that keeps rules quiet: which, and what they say. Any other comment speaks for itself. */
export function describeComment({ text, lines }: Document, offset: number): (Span & { markdown: string }) | undefined {
  const { line } = lines.positionAt(offset);
  const whole = text.slice(lines.lineStart(line), lines.lineStart(line + 1));
  const start = lines.lineStart(line) + (/^\s*/.exec(whole)?.[0].length ?? 0);
  const comment = whole.trim();
  const found = suppressionIn(comment);
  if (!found) return undefined;
  const { ids, where } = found;
  const place = where === 'file' ? 'anywhere in this file' : 'of the next line';
  const head = ids.length === 0 ? `Nothing is reported ${place}.` : `Not reported ${place}:`;
  const told = ids.map((id) => {
    const rule = allRules.find((each) => each.id === id);
    return rule ? `- \`${id}\`: ${rule.docs.what}` : `- ${escapeMarkdown(id)}: unknown rule.`;
  });
  return { start, end: start + comment.length, markdown: [head, ...told].join('\n') };
}
