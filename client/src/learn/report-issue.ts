import * as vscode from 'vscode';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';

/** Opens a text with versions and settings for an issue. Nothing is sent; the user edits and copies it. */
export const reportIssue = featureWithCommands({
  commands: {
    reportIssue: { title: t('Report Issue…'), when: 'always', menus: { learn: '2_help@2' } },
    showLog: { title: t('Show Log of Language Server'), when: 'always', menus: { learn: '2_help@1' } },
  },
  start: ({ context, client }: EditingServices) => ({
    run: {
      async reportIssue() {
        const manifest = context.extension.packageJSON as { version: string };
        const content = reportOf(manifest, client.initializeResult?.serverInfo);
        await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ language: 'markdown', content }),
        );
      },
      showLog: () => client.outputChannel.show(),
    },
  }),
});

function reportOf({ version }: { version: string }, server: { version?: string } | undefined): string {
  const settings = vscode.workspace.getConfiguration('systemdUnits');
  const changed = ['systemdVersion', 'manager', 'rules', 'machineUnits'].flatMap((name) => {
    const found = settings.inspect(name);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    return value === undefined ? [] : [`- systemdUnits.${name}: ${JSON.stringify(value)}`];
  });
  const versions = [
    `- systemd Units ${version}, language server ${server?.version ?? 'not running'}`,
    `- VS Code ${vscode.version} (${vscode.env.appName}, ${vscode.env.appHost}${remote()})`,
    `- ${platform()}`,
    ...changed,
  ];
  return `# What happens\n\n\n\n# What should happen\n\n\n\n# The shortest unit that shows it\n\n\`\`\`systemd\n\n\`\`\`\n\n# Versions\n\n${versions.join('\n')}\n
The log of the language server is in the output channel *systemd Units*; set \`systemdUnits.trace.server\` for more details.\n`;
}

const remote = (): string => (vscode.env.remoteName === undefined ? '' : `, ${vscode.env.remoteName}`);

/** A browser has no process. */
const platform = (): string => {
  const { process } = globalThis as { process?: { platform?: string; version?: string } };
  return process?.version === undefined ? 'in a browser' : `${process.platform}, Node ${process.version}`;
};
