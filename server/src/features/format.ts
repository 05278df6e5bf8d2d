import { isBlank } from '../syntax/parse.ts';
import type { AssignmentNode, Node, UnitFile } from '../syntax/tree.ts';
import { toSource } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';

export interface Edit extends Span {
  readonly text: string;
}

/** NUL, lone CR and LF CR end lines for systemd but not for every editor, and a late byte order mark may become an early one. */
const ODD_TEXT = /\0|\r(?!\n)|\n\r|[\s\S]\ufeff/;

/**
 * Edits that set a file in its usual form without changing anything systemd reads: no blanks around keys, `=` and line
 * ends, one blank line between sections, none doubled, a line end at the end. Continued lines stay as they are, since
 * their blanks belong to the value. Applying it twice changes nothing.
 */
export function format(tree: UnitFile, range: Span = { start: 0, end: tree.text.length }): Edit[] {
  if (ODD_TEXT.test(tree.text)) return [];
  const edits = [...lineEdits(tree), ...blankLineEdits(tree)];
  return edits
    .filter(
      (edit) =>
        edit.start >= range.start && edit.end <= range.end && tree.text.slice(edit.start, edit.end) !== edit.text,
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function lineEdits({ text, nodes }: UnitFile): Edit[] {
  return nodes.flatMap((node) => {
    // A byte order mark shifts what counts as the start of the line.
    if (text.charCodeAt(node.span.start) === 0xfeff || node.kind === 'blank') return [];
    const { textSpan } = node;
    const edits: Edit[] = [{ start: node.span.start, end: textSpan.start, text: '' }];
    if (node.kind === 'assignment') edits.push(...assignmentEdits(text, node));
    edits.push(...trailingEdits(text, node));
    return edits.filter((edit) => isBlankText(text, edit));
  });
}

/** Blanks on both sides of `=`, as far as they stand in the line of the `=`. */
function assignmentEdits(text: string, node: AssignmentNode): Edit[] {
  const { keySpan, equals, value } = node;
  const valueStart = value.text === '' ? equals + 1 : toSource(value, 0);
  return [
    { start: keySpan.end, end: equals, text: '' },
    ...(isBlankText(text, { start: equals + 1, end: valueStart })
      ? [{ start: equals + 1, end: valueStart, text: '' }]
      : []),
  ];
}

/** Blanks at the end of a line by itself; not behind a backslash, which would then continue the line. */
function trailingEdits(text: string, node: Exclude<Node, { kind: 'blank' }>): Edit[] {
  let end = node.span.end;
  while (end > node.textSpan.end && isLineEnd(text.charCodeAt(end - 1))) end--;
  if (text.slice(node.span.start, end).includes('\n')) return [];
  let start = end;
  while (start > node.textSpan.start && isInlineBlank(text.charCodeAt(start - 1))) start--;
  return start === end || text[start - 1] === '\\' ? [] : [{ start, end, text: '' }];
}

function blankLineEdits({ text, nodes }: UnitFile): Edit[] {
  const edits: Edit[] = [];
  const lineEnd = lineEndOf(text, nodes);
  let run: Span | undefined;
  let before: Node | undefined;
  for (const node of nodes) {
    if (node.kind === 'blank') {
      run = { start: run?.start ?? node.span.start, end: node.span.end };
      continue;
    }
    const blankLines = before === undefined ? '' : wantsBlankLine(run, before, node) ? lineEnd : '';
    if (run) edits.push({ ...run, text: blankLines });
    else if (blankLines !== '') edits.push({ start: node.span.start, end: node.span.start, text: blankLines });
    run = undefined;
    before = node;
  }
  if (run) edits.push({ ...run, text: '' });
  const last = before && text.charCodeAt(before.span.end - 1);
  if (before && !isLineEnd(last!) && last !== 92)
    edits.push({ start: before.span.end, end: before.span.end, text: lineEnd });
  return edits;
}

/** The line end of the first line that stays. */
function lineEndOf(text: string, nodes: readonly Node[]): string {
  for (const { kind, span } of nodes) {
    if (kind === 'blank') continue;
    const line = text.slice(span.start, span.end);
    if (line.endsWith('\r\n')) return '\r\n';
    if (line.endsWith('\n')) return '\n';
  }
  return '\n';
}

/** One where there is one or more, and always before a header that follows an assignment. */
const wantsBlankLine = (run: Span | undefined, before: Node, node: Node): boolean =>
  run !== undefined || (node.kind === 'header' && before.kind === 'assignment' && !endsInBackslash(before));

const endsInBackslash = (node: AssignmentNode): boolean =>
  node.value.text.endsWith('\\') || node.value.pieces.length > 1;

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
const isInlineBlank = (code: number): boolean => code === 32 || code === 9;

function isBlankText(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i)) || isLineEnd(text.charCodeAt(i))) return false;
  return end >= start;
}
