import { fallbackOf } from '../schema/fallbacks.ts';
import { lineAt } from '../syntax/physical-line.ts';
import { toSourceSpan } from '../syntax/value.ts';
import type { JudgedAssignment, JudgedFile } from './judged-file.ts';
import type { Finding, Fix } from './rule.ts';

type Place = Pick<Finding, 'source' | 'start' | 'end' | 'section' | 'key'>;

/** An assignment, as far as its first line goes. */
export function atAssignment({ source, section, node }: JudgedAssignment): Place {
  const { start, end } = node.textSpan;
  const line = lineAt(source.tree.text, start);
  return { source, start, end: Math.min(end, line.end), section, key: node.key };
}

/** A part of an assignment's value; all of it without offsets. */
export function atValue({ source, section, node }: JudgedAssignment, start = 0, end = node.value.text.length): Place {
  return { source, ...toSourceSpan(node.value, start, end), section, key: node.key };
}

export const atKey = ({ source, section, node }: JudgedAssignment): Place => ({
  source,
  ...node.keySpan,
  section,
  key: node.key,
});

/** What concerns the whole unit is shown at the header of its own section, else at the first, else at the start. */
export function atSection({ files }: { readonly files: readonly JudgedFile[] }, name: string): Place {
  const fragment = files[0]!;
  const { sections } = fragment.source.tree;
  const section = sections.find((candidate) => candidate.name === name) ?? sections[0];
  const { source } = fragment;
  if (!section) return { source, start: 0, end: 0 };
  return { source, start: section.header.textSpan.start, end: section.header.textSpan.end, section: section.name };
}

/** Takes the assignment's lines out of the file. */
export const removal = ({ node }: JudgedAssignment): Fix => ({
  title: `Remove ${node.key}=`,
  edits: [{ ...node.span, text: '' }],
});

/** Writes what older releases take in its place, and says what that does not do; none where there is nothing near. */
export function fallingBack({ node }: Pick<JudgedAssignment, 'node'>): Fix[] {
  const { key, keySpan, value } = node;
  const older = fallbackOf(key, value.text);
  if (!older) return [];
  const what = `Change to ${older.key}=${older.value}`;
  return [
    {
      title: older.loses === undefined ? what : `${what}, which ${older.loses}`,
      edits: [
        ...(older.key === key ? [] : [{ ...keySpan, text: older.key }]),
        ...(older.value === value.text ? [] : [{ ...toSourceSpan(value, 0, value.text.length), text: older.value }]),
      ],
    },
  ];
}

/** Writes a line above an assignment. */
export const lineAbove = ({ node: { span } }: JudgedAssignment, line: string): Fix => ({
  title: `Add ${line}`,
  edits: [{ start: span.start, end: span.start, text: `${line}\n` }],
});

/** Writes a line below an assignment; none where it ends the file with a backslash, which a new line would be taken into. */
export function lineBelow({ node: { span }, source }: JudgedAssignment, line: string): Fix[] {
  const { end } = span;
  const last = source.tree.text.slice(Math.max(0, end - 3), end);
  if (/\\\r?\n?$/.test(last)) return [];
  const gap = /[\r\n]$/.test(last) ? '' : '\n';
  return [{ title: `Add ${line}`, edits: [{ start: end, end, text: `${gap}${line}\n` }] }];
}

/** Writes another value. */
export function rewriting({ node }: JudgedAssignment, text: string, preferred?: boolean): Fix {
  const span = toSourceSpan(node.value, 0, node.value.text.length);
  return { title: `Change to ${node.key}=${text}`, edits: [{ ...span, text }], ...(preferred && { preferred }) };
}
