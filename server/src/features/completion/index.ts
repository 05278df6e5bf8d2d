import type { Span } from '../../text/span.ts';
import { type Document, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import { completeDirectives } from './directives.ts';
import type { CompletionItem } from './item.ts';
import { completeSections } from './sections.ts';
import { completeValue } from './values.ts';

/** What can be written at a place. */
export function completion(document: Document, offset: number, environment: Environment): CompletionItem[] {
  const place = placeAt(document, offset);
  switch (place.at) {
    case 'comment':
      return [];
    case 'header':
      return completeSections(document, place.node.nameSpan, 'name');
    case 'key':
      return completeDirectives(document, place.section, place.node.keySpan, true);
    case 'value':
      return place.directive ? completeValue(document, { ...place, directive: place.directive }, environment) : [];
    case 'line': {
      const word = wordAt(document, offset);
      const sections = completeSections(document, word, 'header');
      const startsHeader = document.text[word.start] === '[';
      if (!place.section || startsHeader) return sections;
      return [...completeDirectives(document, place.section, word, false), ...sections];
    }
  }
}

/** From the first character of the line that is not blank to the end of the word at the cursor. */
function wordAt({ text, lines }: Document, offset: number): Span {
  let start = lines.lineStart(lines.positionAt(offset).line);
  while (start < offset && /[ \t]/.test(text[start]!)) start++;
  let end = offset;
  while (end < text.length && /[A-Za-z0-9\]-]/.test(text[end]!)) end++;
  return { start, end };
}

/** Markdown for an item, looked up when the editor shows it. */
export function completionHelp(item: Pick<CompletionItem, 'help'>, { help }: Environment): string | undefined {
  const key = item.help;
  if (!help || !key) return undefined;
  switch (key.of) {
    case 'section':
      return help.section(key.section)?.markdown;
    case 'directive':
      return help.directive(key.page, key.section, key.key)?.markdown;
    case 'value':
      return help.value(key.page, key.section, key.key, key.value)?.markdown;
    case 'specifier':
      return help.specifier(key.letter)?.markdown;
    case 'unit':
      return help.specialUnit(key.name)?.markdown;
  }
}
