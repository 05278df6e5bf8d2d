import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams } from 'vscode-languageserver';
import type { SemanticToken } from '../../features/semantic-tokens.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { shownUnit } from '../shown-unit.ts';
import { tokenLegend, toTokenData } from '../to-lsp/token-data.ts';
import {
  type Encodings,
  type TokenPiece,
  tokenData,
  tokenEdits,
  tokenPieces,
  tokensIn,
} from '../to-lsp/token-pieces.ts';

interface Answer {
  readonly resultId: string;
  readonly pieces: readonly TokenPiece[];
}

/** Texts whose last answer is kept. */
const MOST_ANSWERS = 16;

/** After the first answer a client is told what changed: of thousands of tokens a keystroke changes a few. */
export const tokensFeature: LspFeature = ({ connection, service, session, log, linesOf }) => {
  const { semanticTokens: requests } = connection.languages;
  const answers = new Map<string, Answer>();
  const encodings: Encodings = new WeakMap();
  const none: SemanticTokens = { data: [] };
  let count = 0;

  const parts = { service, uris: session.uris };
  const answer = (uri: string): Answer => {
    const pieces = service.askAny<TokenPiece[]>(uri, [], (_features, document) =>
      tokenPieces(shownUnit(document, uri, parts), linesOf(uri), encodings),
    );
    count += 1;
    const tokens = { resultId: String(count), pieces };
    answers.delete(uri);
    answers.set(uri, tokens);
    if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value!);
    return tokens;
  };
  const whole = ({ resultId, pieces }: Answer): SemanticTokens => ({ resultId, data: tokenData(pieces) });
  requests.on(
    runSafe(
      'semantic tokens',
      none,
      log,
      ({ textDocument }: InDocument): SemanticTokens => whole(answer(textDocument.uri)),
    ),
  );
  requests.onDelta(
    runSafe('semantic tokens', none, log, (params: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta => {
      const before = answers.get(params.textDocument.uri);
      const after = answer(params.textDocument.uri);
      if (before?.resultId !== params.previousResultId) return whole(after);
      return { resultId: after.resultId, edits: tokenEdits(before.pieces, after.pieces) };
    }),
  );
  requests.onRange(
    runSafe('semantic tokens', none, log, ({ textDocument: { uri }, range }: InDocument & { range: Range }) => {
      const lines = linesOf(uri);
      const part = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      return {
        data: toTokenData(
          lines,
          service.askAny<SemanticToken[]>(uri, [], (_features, document) =>
            tokensIn(shownUnit(document, uri, parts), part),
          ),
        ),
      };
    }),
  );
  return { semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true } };
};
