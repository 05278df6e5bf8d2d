import type { AssignmentNode, Node, Section, UnitFile } from '../syntax/tree.ts';
import { fromSource, toSourceSpan, type Value } from '../syntax/value.ts';
import { readWord } from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import { type Document, nodeAt } from './document.ts';

/**
 * What a growing selection takes in, the smallest first, each within the next and larger than the one before: a word of a
 * value, its line, the value, the assignment, the lines of its section, the section, the file.
 */
export function selectionSpans({ tree }: Pick<Document, 'tree'>, offset: number): Span[] {
  const node = nodeAt(tree, offset);
  const section = tree.sectionAt(offset);
  const all = { start: 0, end: tree.text.length };
  return growing([...(node ? spansIn(node, tree, offset) : []), ...(section ? spansOf(section) : []), all], offset);
}

/** Those that hold the offset and are larger than the one before. */
export function growing(spans: readonly Span[], offset: number): Span[] {
  const grown: Span[] = [];
  for (const span of spans) {
    const last = grown.at(-1) ?? { start: offset, end: offset };
    const isLarger = grown.length === 0 || span.end - span.start > last.end - last.start;
    if (isLarger && span.start <= last.start && span.end >= last.end) grown.push(span);
  }
  return grown;
}

function spansIn(node: Node, { text }: UnitFile, offset: number): Span[] {
  if (node.kind === 'header') return [node.nameSpan, node.textSpan];
  if (node.kind === 'comment') return [withoutMark(node.textSpan), node.textSpan];
  if (node.kind !== 'assignment') return [];
  return offset <= node.equals ? [node.keySpan, node.textSpan] : spansInValue(node, text, offset);
}

/** The comment sign and the blanks after it are not selected with what the comment says. */
const withoutMark = ({ start, end }: Span): Span => ({ start: Math.min(start + 2, end), end });

function spansInValue({ value, textSpan, comments }: AssignmentNode, text: string, offset: number): Span[] {
  const comment = comments.find(({ start, end }) => start <= offset && offset <= end);
  const whole = toSourceSpan(value, 0, value.text.length);
  if (comment) return [comment, whole, textSpan];
  return [wordAround(value, offset), lineOf(whole, text, offset), whole, textSpan].filter((span) => span !== undefined);
}

/** The word that the offset is in or at the end of; quotes keep theirs together. */
function wordAround(value: Value, offset: number): Span | undefined {
  const at = fromSource(value, offset);
  for (let from = 0; from <= at; ) {
    const { word, next } = readWord(value.text, from, { keepQuote: true, retainEscape: true, relax: true });
    if (!word) return undefined;
    if (word.start <= at && at <= word.end) return toSourceSpan(value, word.start, word.end);
    from = next;
  }
  return undefined;
}

/** What stands of a continued value in the line of the offset, without the blanks around it. */
function lineOf(whole: Span, text: string, offset: number): Span {
  const from = Math.max(whole.start, text.lastIndexOf('\n', offset - 1) + 1);
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(from, lineEnd < 0 ? whole.end : Math.min(whole.end, lineEnd));
  const start = from + (line.length - line.trimStart().length);
  const own = line.trim();
  return { start, end: start + (own.endsWith('\\') ? own.slice(0, -1).trimEnd() : own).length };
}

/** What stands below its header, and all of it; blank lines at its end belong to neither. */
function spansOf(section: Section): Span[] {
  const filled = section.nodes.filter(({ kind }) => kind !== 'blank');
  const end = filled.at(-1)?.span.end ?? section.header.textSpan.end;
  const whole = { start: section.header.textSpan.start, end };
  return filled[0] ? [{ start: filled[0].span.start, end }, whole] : [whole];
}
