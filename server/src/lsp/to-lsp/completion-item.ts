import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem as LspCompletionItem,
} from 'vscode-languageserver';
import type { CompletionItem } from '../../features/completion/completion-item.ts';
import type { LineIndex } from '../../text/line-index.ts';
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

/** Undefined for what the client could not insert. */
export function toCompletionItem(
  lines: LineIndex,
  item: CompletionItem,
  options: ItemOptions,
): LspCompletionItem | undefined {
  const { snippets, askAgain } = options;
  const newText = textFor(item, options);
  if (newText === undefined) return undefined;
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    sortText: `${String(item.rank).padStart(5, '0')}${item.label}`,
    filterText: item.filter ?? item.label,
    textEdit: { range: toRange(lines, item.span), newText },
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

function textFor(item: CompletionItem, { snippets, lines }: ItemOptions): string | undefined {
  const { insert, label, plain = item.isSnippet ? label : insert } = item;
  const texts = item.isSnippet && !snippets ? [plain] : [insert, plain];
  return texts.find((text) => lines || !text.includes('\n'));
}
