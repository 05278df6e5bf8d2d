import { PREAMBLE } from '../../engine/schema.ts';
import type { HeaderNode, PlacedBlock } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import type { CompletionItem } from './completion-item.ts';

/** After whatever else can stand on the line. */
const RANK = 90;

/** The sections of this kind of unit that are not there yet. `edited` is the header that is being written, if any. */
export function completeSections(document: Document, span: Span, edited?: HeaderNode): CompletionItem[] {
  const { judged, tree } = document;
  if (!judged) return [];
  const present = new Set(tree.blocks.flatMap((placed) => (placed.start === edited?.start ? [] : sectionIn(placed))));
  const { before, after } = surroundings(document, edited, span);
  const { identity } = judged.source;
  return judged.schema.sectionsOf(identity).flatMap((section, index): CompletionItem[] =>
    section === PREAMBLE || present.has(section)
      ? []
      : [
          {
            label: `[${section}]`,
            kind: 'section',
            insert: `${before}[${section}]${after}`,
            plain: `[${section}]`,
            span,
            rank: RANK + index,
            continues: after !== '',
            help: { of: 'section', kind: identity.kind, section },
          },
        ],
  );
}

/** The name of the section that begins with a block: a file may have thousands. */
function sectionIn({ block }: PlacedBlock): string[] {
  const [first] = block.contents;
  return first?.kind === 'header' ? [first.name] : [];
}

/** A blank line before a section that follows something, and a new line for what it is to hold, where it is still empty. */
function surroundings({ text, lines, tree }: Document, edited: HeaderNode | undefined, span: Span) {
  const { line } = lines.positionAt(span.start);
  const above = line === 0 ? '' : text.slice(lines.lineStart(line - 1), lines.lineStart(line)).trim();
  const section = edited && tree.sections.find(({ header }) => header === edited);
  const isFilled = edited !== undefined && (section?.nodes.some(({ kind }) => kind !== 'blank') ?? false);
  return { before: above === '' || above.startsWith('#') ? '' : '\n', after: isFilled ? '' : '\n' };
}
