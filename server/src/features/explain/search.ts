import { escapeMarkdown } from '../../text/markdown.ts';
import type { Environment } from '../environment.ts';
import { directiveList } from './explain-directives.ts';
import { knownTo } from './explain-words.ts';
import { contextFor } from './question.ts';

interface Search {
  readonly words: string;
  readonly version: number;
  readonly environment: Environment;
}

/** More is not an answer. */
const MOST = 40;

/**
 * Directives whose name or description has all the words: those that are called so first, then those whose first sentence
 * says so, then the rest. Undefined where there is none.
 */
export function search({ words, version, environment }: Search): string | undefined {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return undefined;
  const hasAll = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word));
  const keys = [...new Set(knownTo(version).map(({ key }) => key))];
  const ranked = keys.flatMap((key) => {
    const context = contextFor(key, undefined, version);
    if (!context) return [];
    const { section, page } = context.directive;
    const text = environment.manual?.directive(page || undefined, section, key);
    const rank = hasAll(key) ? 0 : hasAll(text?.summary ?? '') ? 1 : hasAll(text?.plain() ?? '') ? 2 : 3;
    return rank === 3 ? [] : [{ key, rank }];
  });
  if (ranked.length === 0) return undefined;
  ranked.sort((a, b) => a.rank - b.rank);
  const shown = ranked.slice(0, MOST).map(({ key }) => key);
  const count = ranked.length === 1 ? '1 directive is' : `${ranked.length} directives are`;
  const head = `**${escapeMarkdown(words)}** · ${count} about it${ranked.length > MOST ? `; the first ${MOST}` : ''}`;
  return directiveList(head, shown, { version, environment });
}
