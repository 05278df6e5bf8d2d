import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { assistantToolRequest } from '../../../server/src/protocol/requests.ts';
import { feature, type Services } from '../feature.ts';

/** What VS Code has for tools of language models since 1.95; the types we are built with are those of 1.91. */
interface ToolApi {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: { invoke(options: { readonly input: unknown }): Promise<unknown> },
    ): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (content: unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** How the manifest calls a tool of the server. */
const PREFIX = 'systemd_';

/** The tools that the manifest declares for assistants; the server does what they are for. */
export const assistantTools = feature(({ context, client }: Services) => {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = vscode as ToolApi;
  if (!lm?.registerTool || !Result || !Part) return vscode.Disposable.from();
  const { contributes } = context.extension.packageJSON as { contributes: { languageModelTools: { name: string }[] } };
  const registered = contributes.languageModelTools.map(({ name }) =>
    lm.registerTool!(name, {
      invoke: async ({ input }) => new Result([new Part(await answer(client, name.slice(PREFIX.length), input))]),
    }),
  );
  return vscode.Disposable.from(...registered);
});

/** @throws what is wrong, in words that a model can act on */
async function answer(client: BaseLanguageClient, tool: string, input: unknown): Promise<string> {
  const { text, isError } = await client.sendRequest(assistantToolRequest, { tool, input });
  if (isError) throw new Error(text);
  return text;
}
