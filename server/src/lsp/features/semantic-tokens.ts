import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams } from 'vscode-languageserver';
import { semanticTokens } from '../../features/semantic-tokens.ts';
import { runSafe } from '../run-safe.ts';
import { tokenLegend, toTokenData } from '../to-lsp.ts';
import type { LspFeature, Whole } from '../wire.ts';

type Answer = Required<SemanticTokens>;

/** Texts whose last answer is kept. */
const MOST_ANSWERS = 16;

/** After the first answer a client is told what changed: of thousands of tokens a keystroke changes a few. */
export const tokensFeature: LspFeature = ({ connection, service, log, linesOf }) => {
  const { semanticTokens: requests } = connection.languages;
  const answers = new Map<string, Answer>();
  const none: SemanticTokens = { data: [] };
  let count = 0;

  const answer = (uri: string): Answer => {
    const data = toTokenData(
      linesOf(uri),
      service.ask(uri, [], (document) => semanticTokens(document)),
    );
    count += 1;
    const tokens = { resultId: String(count), data };
    answers.delete(uri);
    answers.set(uri, tokens);
    if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value!);
    return tokens;
  };
  requests.on(
    runSafe('semantic tokens', none, log, ({ textDocument }: Whole): SemanticTokens => answer(textDocument.uri)),
  );
  requests.onDelta(
    runSafe('semantic tokens', none, log, (params: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta => {
      const before = answers.get(params.textDocument.uri);
      const after = answer(params.textDocument.uri);
      return before?.resultId === params.previousResultId ? changes(before.data, after) : after;
    }),
  );
  requests.onRange(
    runSafe('semantic tokens', none, log, ({ textDocument: { uri }, range }: Whole & { range: Range }) => {
      const lines = linesOf(uri);
      const part = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      return {
        data: toTokenData(
          lines,
          service.ask(uri, [], (document) => semanticTokens(document, part)),
        ),
      };
    }),
  );
  return { semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true } };
};

/** The one stretch of numbers that differs. */
function changes(before: readonly number[], { resultId, data }: Answer): SemanticTokensDelta {
  const most = Math.min(before.length, data.length);
  let start = 0;
  while (start < most && before[start] === data[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === data[data.length - 1 - end]) end++;
  const inserted = data.slice(start, data.length - end);
  const deleteCount = before.length - end - start;
  return { resultId, edits: deleteCount + inserted.length === 0 ? [] : [{ start, deleteCount, data: inserted }] };
}
