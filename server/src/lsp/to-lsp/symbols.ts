import type { FoldingRange, DocumentSymbol as LspSymbol, SymbolInformation } from 'vscode-languageserver';
import type { DocumentSymbol, Fold } from '../../features/symbols.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { FoldingRangeKind, SymbolKind } from '../vscode-languageserver.ts';
import { toRange } from './ranges.ts';

/** Kinds of symbols that suggest something, by the unit's suffix. */
export function unitSymbolKind(name: string): SymbolKind {
  const kind = name.slice(name.lastIndexOf('.') + 1);
  if (kind === 'target') return SymbolKind.Package;
  if (kind === 'timer' || kind === 'path' || kind === 'socket') return SymbolKind.Event;
  return kind === 'service' ? SymbolKind.Module : SymbolKind.Object;
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
