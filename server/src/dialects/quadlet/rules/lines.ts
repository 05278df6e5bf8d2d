import type { JudgedFile } from '../../../engine/judged-file.ts';
import { editorLines } from '../../../syntax/editor-lines.ts';
import type { Span } from '../../../text/span.ts';

/** The text of a line, counted from 1, without the space around it. */
export function lineSpan({ source: { tree } }: JudgedFile, line: number): Span {
  const { text } = tree;
  const from = editorLines(tree).offsetAt({ line: line - 1, character: 0 });
  const newline = text.indexOf('\n', from);
  const whole = text.slice(from, newline < 0 ? text.length : newline);
  const start = from + whole.length - whole.trimStart().length;
  return { start, end: Math.max(start, from + whole.trimEnd().length) };
}

/** The key of an assignment that begins in a line. */
export function keySpan(file: JudgedFile, line: number): Span {
  const { start, end } = lineSpan(file, line);
  const equals = file.source.tree.text.slice(start, end).indexOf('=');
  return { start, end: equals < 0 ? end : start + file.source.tree.text.slice(start, start + equals).trimEnd().length };
}
