import {
  type CodeAction,
  CodeActionKind,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextFormat,
  type Location,
  type CompletionItem as LspCompletionItem,
  type DocumentSymbol as LspSymbol,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { CompletionItem } from '../features/completion/item.ts';
import type { Fold } from '../features/folding.ts';
import { type SemanticToken, tokenModifiers, tokenTypes } from '../features/semantic-tokens.ts';
import type { DocumentSymbol } from '../features/symbols.ts';
import type { UnitAction } from '../features/units/actions.ts';
import type { FilePlace } from '../features/units/place.ts';
import type { RuleFinding } from '../rules/judge.ts';
import type { Fix } from '../rules/rule.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { LineSpan } from '../units/relations.ts';
import type { Severity } from '../values/value-type.ts';
import type { PositionEncoding } from './encoding.ts';
import type { Uris } from './uris.ts';

export const toRange = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

/** How the client counts columns and names files. */
export interface ClientPlaces {
  readonly encoding: PositionEncoding;
  readonly uris: Pick<Uris, 'toUri'>;
}

/** A range in a file that need not be open. */
export function toLineRange({ line, bytes, ...units }: LineSpan, { encoding }: Pick<ClientPlaces, 'encoding'>): Range {
  const { start, end } = (encoding === 'utf-8' && bytes) || units;
  return { start: { line, character: start }, end: { line, character: end } };
}

export const toLocation = (place: FilePlace, client: ClientPlaces): Location => ({
  uri: client.uris.toUri(place.path),
  range: toLineRange(place, client),
});

/** Kinds of symbols that suggest something, by the unit's suffix. */
export function unitSymbolKind(name: string): SymbolKind {
  const kind = name.slice(name.lastIndexOf('.') + 1);
  if (kind === 'target') return SymbolKind.Package;
  if (kind === 'timer' || kind === 'path' || kind === 'socket') return SymbolKind.Event;
  return kind === 'service' ? SymbolKind.Module : SymbolKind.Object;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Where the other places are that a finding speaks of. */
export interface OtherFiles extends Pick<ClientPlaces, 'uris'> {
  linesOf(path: string): LineIndex | undefined;
}

export function toDiagnostic(lines: LineIndex, finding: RuleFinding, { uris, linesOf }: OtherFiles): Diagnostic {
  const related = (finding.related ?? []).flatMap(({ source, message, ...span }) => {
    const there = source === finding.source ? lines : linesOf(source.path);
    return there ? [{ location: { uri: uris.toUri(source.path), range: toRange(there, span) }, message }] : [];
  });
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'systemd',
    message: finding.message,
    ...(finding.tag ? { tags: [TAGS[finding.tag]] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

const toEdits = (lines: LineIndex, fix: Fix): TextEdit[] =>
  fix.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));

export function toCodeAction(
  uri: string,
  lines: LineIndex,
  fix: Fix,
  diagnostics: Diagnostic[],
  kind: string = CodeActionKind.QuickFix,
): CodeAction {
  return {
    title: fix.title,
    kind,
    diagnostics,
    isPreferred: fix.preferred === true,
    edit: { changes: { [uri]: toEdits(lines, fix) } },
  };
}

/** Making a file is an edit as well, and undone with one key. */
export function toUnitAction(
  { uri, lines, uris }: Whereabouts,
  { title, kind, edits, create }: UnitAction,
): CodeAction {
  if (!create) {
    const changes = { [uri]: (edits ?? []).map((edit) => ({ range: toRange(lines, edit), newText: edit.text })) };
    return { title, kind, edit: { changes } };
  }
  const target = uris.toUri(create.path);
  const start = { line: 0, character: 0 };
  const text = [{ range: { start, end: start }, newText: create.text }];
  return {
    title,
    kind,
    edit: {
      documentChanges: [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        { textDocument: { uri: target, version: null }, edits: text },
      ],
    },
  };
}

/** An open text, and how the client names files. */
interface Whereabouts extends Pick<ClientPlaces, 'uris'> {
  readonly uri: string;
  readonly lines: LineIndex;
}

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

export function toSymbol(lines: LineIndex, symbol: DocumentSymbol): LspSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'section' ? SymbolKind.Module : SymbolKind.Property,
    range: toRange(lines, symbol.span),
    selectionRange: toRange(lines, symbol.nameSpan),
    children: symbol.children.map((child) => toSymbol(lines, child)),
  };
}

/** For a client without symbols in symbols: one list, each with the section it is in. */
export const toFlatSymbols = (
  uri: string,
  symbols: readonly LspSymbol[],
  containerName?: string,
): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...toFlatSymbols(uri, children ?? [], name),
  ]);

export const toFold = ({ startLine, endLine, kind }: Fold): FoldingRange => ({
  startLine,
  endLine,
  ...(kind === 'comment'
    ? { kind: FoldingRangeKind.Comment }
    : kind === 'section'
      ? { kind: FoldingRangeKind.Region }
      : {}),
});

/** LSP's five numbers a token, each place relative to the one before. */
export function toTokenData(lines: LineIndex, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  const first = tokens[0];
  let line = first ? lines.positionAt(first.start).line : 0;
  let lastLine = 0;
  let last = 0;
  for (const { start, end, type, modifier } of tokens) {
    while (line + 1 < lines.lineCount && lines.lineStart(line + 1) <= start) line++;
    const character = lines.columnAt(start, line);
    const length = lines.columnAt(end, line) - character;
    const modifiers = modifier ? 1 << tokenModifiers.indexOf(modifier) : 0;
    data.push(line - lastLine, line === lastLine ? character - last : character, length);
    data.push(tokenTypes.indexOf(type), modifiers);
    lastLine = line;
    last = character;
  }
  return data;
}

/** The names VS Code themes know for our token types. */
export const tokenLegend = {
  tokenTypes: ['namespace', 'property', 'comment', 'class', 'string', 'variable'],
  tokenModifiers: ['deprecated', 'unknown'],
};
