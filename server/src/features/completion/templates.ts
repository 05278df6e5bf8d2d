import { codeBlock } from '../../manual/markdown/escape.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import { expandSnippet } from '../templates/expand.ts';
import { isEmptyUnit, unitTemplates } from '../templates/index.ts';
import type { CompletionItem } from './item.ts';

/** Whole units, for a file in which nothing but comments is written yet. */
export function completeTemplates({ judged, tree }: Document, span: Span): CompletionItem[] {
  if (!isEmptyUnit(tree) || (judged && !asUnitFile(judged.source.identity))) return [];
  return unitTemplates(judged && asUnitFile(judged.source.identity)).map(
    ({ name, prefixes, description, snippet }, index) => {
      const plain = expandSnippet(snippet, { TM_FILENAME_BASE: 'name' });
      return {
        label: prefixes[0]!,
        kind: 'snippet',
        detail: name,
        documentation: `${description}\n\n${codeBlock(plain.trimEnd(), 'systemd')}`,
        filter: prefixes.join(' '),
        insert: snippet,
        isSnippet: true,
        plain,
        span,
        rank: index,
      };
    },
  );
}
