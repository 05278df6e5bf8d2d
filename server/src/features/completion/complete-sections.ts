import { PREAMBLE } from '../../engine/schema.ts';
import type { HeaderNode, UnitFile } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { availability, availableInShort } from '../availability.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { CompletionItem } from './completion-item.ts';

/** After whatever else can stand on the line. */
const RANK = 90;

/** What is newer than the target comes after all others. */
const TOO_NEW = 100;

/** The sections of this kind of unit that are not there yet, or may be there again. `edited` is the header that is being written, if any. */
export function completeSections(
  document: Document,
  span: Span,
  { targets }: Pick<Environment, 'targets'>,
  edited?: HeaderNode,
): CompletionItem[] {
  const { judged, tree, version } = document;
  if (!judged) return [];
  const present = sectionsIn(tree, edited);
  const { before, after } = surroundings(document, edited, span);
  const { schema, source } = judged;
  const { identity } = source;
  return schema.sectionsOf(identity).flatMap((section, index): CompletionItem[] => {
    if (section === PREAMBLE || (present.has(section) && !schema.isListed?.(section))) return [];
    const first = schema.firstRelease?.(section, identity) ?? 0;
    const some = availability(targets, (release) => first <= release);
    const isTooNew = first > version;
    const detail = isTooNew ? `needs systemd ${first}; the target is ${version}` : some && availableInShort(some);
    const item: CompletionItem = {
      label: `[${section}]`,
      kind: 'section',
      ...(detail !== undefined && { detail }),
      insert: `${before}[${section}]${after}`,
      plain: `[${section}]`,
      span,
      rank: RANK + index + (isTooNew ? TOO_NEW : 0),
      continues: after !== '',
      help: { of: 'section', kind: identity.kind, section },
    };
    return [item];
  });
}

/** The names of sections whose headers stand in blocks: of thousands no nodes are made for it. */
function sectionsIn({ blocks }: UnitFile, edited: HeaderNode | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { block, start } of blocks) {
    const [first] = block.contents;
    if (first?.kind === 'header' && start !== edited?.start) names.add(first.name);
  }
  return names;
}

/** A blank line before a section that follows something, and a new line for what it is to hold, where it is still empty. */
function surroundings({ text, lines, tree }: Document, edited: HeaderNode | undefined, span: Span) {
  const { line } = lines.positionAt(span.start);
  const above = line === 0 ? '' : text.slice(lines.lineStart(line - 1), lines.lineStart(line)).trim();
  const section = edited && tree.sectionAt(edited.start);
  const isFilled = edited !== undefined && (section?.nodes.some(({ kind }) => kind !== 'blank') ?? false);
  return { before: above === '' || above.startsWith('#') ? '' : '\n', after: isFilled ? '' : '\n' };
}
