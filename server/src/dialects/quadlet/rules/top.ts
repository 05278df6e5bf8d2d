import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { Span } from '../../../text/span.ts';
import { type QuadletKind, sectionOfKind } from '../generator/names.ts';

/** Where to say what is true of the file as a whole: the header of its own section, else its first character. */
export function topOf({ source }: JudgedFile): Span {
  const { identity, tree } = source;
  const header = tree.sections.find(({ name }) => name === sectionOfKind(identity.kind as QuadletKind))?.header;
  return header?.nameSpan ?? { start: 0, end: Math.min(1, tree.text.length) };
}
