import { parse } from '../../server/src/syntax/parse.ts';
import { splice } from './edits.ts';
import type { Random } from './random.ts';

/** A unit with one wrong letter in a header, a key or a value; undefined where there is none to get wrong. */
export function withWrongLetter(text: string, random: Random): string | undefined {
  const spans = parse(text).nodes.flatMap((node) =>
    node.kind === 'header' || node.kind === 'assignment' ? [node.textSpan] : [],
  );
  if (spans.length === 0) return undefined;
  const { start, end } = random.pick(spans);
  const at = start + random.below(end - start);
  const letter = text[at]!;
  const wrong = [
    '',
    letter + letter,
    random.pick([...'aeinostr']),
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    text[at + 1] === undefined || at + 1 >= end ? '' : text[at + 1]!,
  ];
  const changed = splice(text, at, at + 1, random.pick(wrong));
  return changed === text || changed.includes('\ufffd') ? undefined : changed;
}
