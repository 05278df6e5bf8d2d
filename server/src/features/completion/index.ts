import type { Manual, ManualText } from '../../manual/index.ts';
import { codeBlock } from '../../manual/markdown/escape.ts';
import type { Span } from '../../text/span.ts';
import { type Document, placeAt } from '../document.ts';
import type { Environment } from '../environment.ts';
import { manualMarkdown, manualText } from '../manual-text.ts';
import { expandSnippet } from '../templates/expand.ts';
import { isEmptyUnit, templatesFor } from '../templates/index.ts';
import { completeDirectives } from './complete-directives.ts';
import { completeSections } from './complete-sections.ts';
import { completeValue } from './complete-values.ts';
import type { CompletionItem, HelpKey } from './completion-item.ts';

/** What can be written at a place. */
export async function completion(
  document: Document,
  offset: number,
  environment: Environment,
): Promise<CompletionItem[]> {
  if (!document.judged) return isNew(document) ? completeTemplates(document, wordAt(document, offset)) : [];
  const place = placeAt(document, offset);
  switch (place.at) {
    case 'comment':
      return [];
    case 'header':
      return completeSections(document, place.node.textSpan, environment, place.node);
    case 'key':
      return completeDirectives(
        document,
        { section: place.section, span: place.node.keySpan, edited: place.node },
        environment.targets,
      );
    case 'value':
      return place.directive
        ? await completeValue(document, { ...place, directive: place.directive }, offset, environment)
        : [];
    case 'line': {
      const word = wordAt(document, offset);
      const sections = completeSections(document, word, environment);
      if (document.text[word.start] === '[') return sections;
      if (!place.section) return [...completeTemplates(document, word), ...sections];
      return [
        ...completeDirectives(document, { section: place.section, span: word }, environment.targets),
        ...sections,
      ];
    }
  }
}

/** A text of one word at most may become any unit. */
const isNew = ({ text }: Document): boolean => text.length < 100 && /^\s*(?:[\w-]+\s*)?$/.test(text);

/** From the first character of the line that is not blank to the end of the word at the cursor. */
function wordAt({ text, lines }: Document, offset: number): Span {
  let start = lines.lineStart(lines.positionAt(offset).line);
  while (start < offset && /[ \t]/.test(text[start]!)) start++;
  let end = offset;
  while (end < text.length && /[A-Za-z0-9\]-]/.test(text[end]!)) end++;
  return { start, end };
}

/** Markdown for an item, looked up when the editor shows it. */
export function completionHelp({ help }: Pick<CompletionItem, 'help'>, environment: Environment): string | undefined {
  const text = help && environment.manual && lookUp(help, environment.manual);
  return text && manualMarkdown(text, environment, { isNarrow: true });
}

function lookUp(help: HelpKey, manual: Manual): ManualText | undefined {
  switch (help.of) {
    case 'section':
      return manual.section(help.kind, help.section);
    case 'directive':
      return manual.directive(help.page || undefined, help.section, help.key);
    case 'value':
      return manual.value(help.page || undefined, help.section, help.key, help.value);
    case 'specifier':
      return manual.specifier(help.letter, help.page);
    case 'page':
      return manualText(help, manual);
    case 'unit':
      return manual.unit(help.name);
    case 'variable':
      return manual.environmentVariable(help.name.replace(/[${}=]/g, ''));
  }
}

/** Whole units, for a file in which nothing but comments is written yet. */
function completeTemplates({ judged, tree, path }: Document, span: Span): CompletionItem[] {
  if (!isEmptyUnit(tree)) return [];
  return templatesFor(path, judged?.source.identity).map(({ name, prefixes, description, snippet }, index) => {
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
  });
}
