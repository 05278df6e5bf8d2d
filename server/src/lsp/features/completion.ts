import type { CompletionItem as LspCompletionItem } from 'vscode-languageserver';
import type { CompletionItem } from '../../features/completion/completion-item.ts';
import { completionHelp } from '../../features/completion/index.ts';
import { featuresOf } from '../../features/features-of.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toCompletionItems } from '../to-lsp/completion-item.ts';
import { ResponseError } from '../vscode-languageserver.ts';

const triggerCharacters = ['[', '=', '%', '@', ':', '.', '-', '~', '$', '/', ','];

export const completionFeature: LspFeature = ({ connection, service, session, log, linesOf, offsetAt }) => {
  connection.onCompletion(
    runSafe('completion', [], log, async (params: AtPosition) => {
      const { uri } = params.textDocument;
      const askAgain = session.options.askAgainCommand;
      const { snippets, lineCompletions: lines } = session.client;
      const options = { snippets, lines, ...(askAgain ? { askAgain } : {}) };
      const document = service.document(uri);
      const items = document
        ? await featuresOf(document).completion(document, offsetAt(params), session.environmentFor(document.path))
        : [];
      return toCompletionItems(linesOf(uri), items, options);
    }),
  );
  const resolved = runSafe('completion help', undefined, log, ({ documentation, data }: LspCompletionItem) =>
    documentation ? undefined : completionHelp({ help: data as CompletionItem['help'] }, service.environment),
  );
  connection.onCompletionResolve(async (item, token) => {
    const markdown = await resolved(item, token);
    if (markdown instanceof ResponseError) return markdown;
    return markdown === undefined ? item : { ...item, documentation: { kind: 'markdown', value: markdown } };
  });
  return { completionProvider: { triggerCharacters, resolveProvider: true } };
};
