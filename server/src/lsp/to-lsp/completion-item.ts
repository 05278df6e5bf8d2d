import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem as LspCompletionItem,
} from 'vscode-languageserver';
import type { CompletionItem } from '../../features/completion/item.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { toRange } from './places.ts';

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
  /** The command that makes the editor ask again, if it has one. */
  readonly askAgain?: string;
}

export function toCompletionItem(
  lines: LineIndex,
  item: CompletionItem,
  { snippets, askAgain }: ItemOptions,
): LspCompletionItem {
  const plain = item.isSnippet && !snippets;
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    sortText: `${String(item.rank).padStart(5, '0')}${item.label}`,
    filterText: item.label,
    textEdit: { range: toRange(lines, item.span), newText: plain ? item.label : item.insert },
    ...(item.detail === undefined ? {} : { detail: item.detail, labelDetails: { description: item.detail } }),
    ...(item.documentation === undefined ? {} : { documentation: { kind: 'markdown', value: item.documentation } }),
    ...(item.isSnippet && snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...((item.continues || item.kind === 'folder') && askAgain
      ? { command: { title: 'Suggest what comes next', command: askAgain } }
      : {}),
    ...(item.help ? { data: item.help } : {}),
  };
}
