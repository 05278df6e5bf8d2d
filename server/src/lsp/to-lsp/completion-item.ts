import type { CompletionItem as LspCompletionItem, Range, TextEdit } from 'vscode-languageserver';
import type { CompletionItem } from '../../features/completion/completion-item.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat } from '../vscode-languageserver.ts';
import { toRange } from './ranges.ts';

const ITEM_KINDS: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  directive: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  keyword: CompletionItemKind.EnumMember,
  unit: CompletionItemKind.Reference,
  path: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  number: CompletionItemKind.Constant,
  specifier: CompletionItemKind.Variable,
  variable: CompletionItemKind.Variable,
  prefix: CompletionItemKind.Operator,
  user: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
};

export interface ItemOptions {
  readonly snippets: boolean;
  /** Whether a completion may have several lines. */
  readonly lines: boolean;
  /** The command that makes the editor ask again, if it has one. */
  readonly askAgain?: string;
}

/** Without those the client could not insert. */
export function toCompletionItems(
  lines: LineIndex,
  items: readonly CompletionItem[],
  options: ItemOptions,
): LspCompletionItem[] {
  let span: Span | undefined;
  let range: Range | undefined;
  const rangeOf = (item: CompletionItem): Range => {
    // Nearly always all replace the same.
    if (range === undefined || item.span !== span) range = toRange(lines, item.span);
    span = item.span;
    return range;
  };
  return items.flatMap((item) => {
    const newText = textFor(item, options);
    return newText === undefined ? [] : toCompletionItem(item, { range: rangeOf(item), newText }, options);
  });
}

/** Written out: there may be hundreds of items for each letter that is typed. */
function toCompletionItem(item: CompletionItem, textEdit: TextEdit, { snippets, askAgain }: ItemOptions) {
  const made: LspCompletionItem = {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    sortText: `${String(item.rank).padStart(5, '0')}${item.label}`,
    filterText: item.filter ?? item.label,
    textEdit,
  };
  if (item.detail !== undefined) {
    made.detail = item.detail;
    made.labelDetails = { description: item.detail };
  }
  if (item.documentation !== undefined) made.documentation = { kind: 'markdown', value: item.documentation };
  if (item.isSnippet && snippets) made.insertTextFormat = InsertTextFormat.Snippet;
  if (item.deprecated) made.tags = [CompletionItemTag.Deprecated];
  if ((item.continues || item.kind === 'folder') && askAgain)
    made.command = { title: 'Suggest what comes next', command: askAgain };
  if (item.help) made.data = item.help;
  return made;
}

function textFor(item: CompletionItem, { snippets, lines }: ItemOptions): string | undefined {
  const { insert, label, plain = item.isSnippet ? label : insert } = item;
  const texts = item.isSnippet && !snippets ? [plain] : [insert, plain];
  return texts.find((text) => lines || !text.includes('\n'));
}
