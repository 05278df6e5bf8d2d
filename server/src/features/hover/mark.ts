import { codeSpan } from '../../text/markdown.ts';
import { wordAround } from '../../values/word-list.ts';
import type { Described, ValuePlace } from './hover-place.ts';

/** A mark in front of a list or of one of its words: `~`, `-`, `+`. */
export function describeMark({ text, offset, context }: ValuePlace): Described | undefined {
  const { start } = wordAround(text, offset);
  const mark = text[start] ?? '';
  if (offset > start || !/[~+-]/.test(mark)) return undefined;
  const items = context.directive.valueType?.complete?.('', 0, context)?.items ?? [];
  const known = items.find(({ kind, label }) => kind === 'prefix' && label === mark);
  if (!known?.detail) return undefined;
  return { start, end: start + 1, markdown: `${codeSpan(mark)}: ${known.detail}.`, isBare: true };
}
