// Everything a client may ask of a text, at a place of it.
const range = ({ last }) => ({ start: { line: 0, character: 0 }, end: last });

/** Method, what is sent besides the text's name. Those with a place are asked at several. */
export const questions = [
  ['textDocument/completion', (at) => ({ position: at.position })],
  ['textDocument/hover', (at) => ({ position: at.position })],
  ['textDocument/signatureHelp', (at) => ({ position: at.position })],
  ['textDocument/definition', (at) => ({ position: at.position })],
  ['textDocument/declaration', (at) => ({ position: at.position })],
  ['textDocument/implementation', (at) => ({ position: at.position })],
  ['textDocument/references', (at) => ({ position: at.position, context: { includeDeclaration: true } })],
  ['textDocument/documentHighlight', (at) => ({ position: at.position })],
  ['textDocument/prepareRename', (at) => ({ position: at.position })],
  ['textDocument/rename', (at) => ({ position: at.position, newName: 'other.service' })],
  ['textDocument/prepareCallHierarchy', (at) => ({ position: at.position })],
  ['textDocument/onTypeFormatting', (at) => ({ position: at.position, ch: '\n', options: {} })],
  ['textDocument/codeAction', (at) => ({ range: { start: at.position, end: at.position }, context: { diagnostics: [] } })],
  ['textDocument/codeAction', (at) => ({ range: range(at), context: { diagnostics: [], only: ['source.fixAll', 'refactor'] } }), 'whole'],
  ['textDocument/inlayHint', (at) => ({ range: range(at) }), 'whole'],
  ['textDocument/semanticTokens/full', () => ({}), 'whole'],
  ['textDocument/semanticTokens/range', (at) => ({ range: range(at) }), 'whole'],
  ['textDocument/formatting', () => ({ options: {} }), 'whole'],
  ['textDocument/rangeFormatting', (at) => ({ range: range(at), options: {} }), 'whole'],
  ['textDocument/documentSymbol', () => ({}), 'whole'],
  ['textDocument/foldingRange', () => ({}), 'whole'],
  ['textDocument/documentLink', () => ({}), 'whole'],
  ['textDocument/codeLens', () => ({}), 'whole'],
  ['textDocument/diagnostic', () => ({}), 'whole'],
  ['systemdUnits/effective', () => ({}), 'whole'],
  ['systemdUnits/related', () => ({}), 'whole'],
]; // biome-ignore format: a table
