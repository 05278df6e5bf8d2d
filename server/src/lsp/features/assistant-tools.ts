import { type AssistantAnswer, type AssistantCall, assistantToolRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP: a tool for AI assistants, on the opened folders, for clients that offer them in their own way. */
export const assistantToolsFeature: LspFeature = ({ connection, session, log }) => {
  const none: AssistantAnswer = { text: 'There are no such tools here.', isError: true };
  connection.onRequest(
    assistantToolRequest,
    runSafe('assistant tool', none, log, async (call: AssistantCall): Promise<AssistantAnswer> => {
      const { runtime, machineVersion } = session;
      const folders = session.folders.filter(({ uri }) => uri.startsWith('file:')).map(({ path }) => path);
      return (await runtime.assist?.(call, { folders, machineVersion })) ?? none;
    }),
  );
  return {};
};
