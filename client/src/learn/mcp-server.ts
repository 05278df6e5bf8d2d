import * as vscode from 'vscode';
import { executable } from '../../../server/src/node/executable.ts';
import { feature, type Services } from '../feature.ts';

/** What VS Code has for MCP servers of extensions since 1.101; the types we are built with are those of 1.91. */
interface McpApi {
  readonly lm?: {
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: { provideMcpServerDefinitions(): readonly unknown[] },
    ): vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (label: string, command: string, args: string[]) => unknown;
}

/**
 * Where the command `systemd-units` is installed, agents get its MCP server, for the opened folders. The extension brings none
 * of its own: its tools are those of `assistant-tools.ts`.
 */
export const mcpServer = feature((_: Services) => {
  const { lm, McpStdioServerDefinition: Definition } = vscode as McpApi;
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return vscode.Disposable.from();
  return lm.registerMcpServerDefinitionProvider('systemd-units', {
    provideMcpServerDefinitions() {
      const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
      const command = vscode.workspace.isTrusted ? executable('systemd-units', { untrusted: folders }) : undefined;
      if (command === undefined || folders.length === 0) return [];
      return [new Definition('systemd Units', command, ['mcp', ...folders.flatMap((folder) => ['--root', folder])])];
    },
  });
});
