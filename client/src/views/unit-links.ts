import * as vscode from 'vscode';
import type { BaseLanguageClient, SymbolInformation } from 'vscode-languageclient';
import { instanceTemplate, parseUnitName } from '../../../server/src/index.ts';
import { feature, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { unitNamesIn } from '../systemd/unit-names-in-text.ts';

interface UnitLink extends vscode.TerminalLink {
  readonly name: string;
}

/** Unit names in a terminal lead to their files, and so do links such as `vscode://…/open?unit=web.service`. */
export const unitLinks = feature(({ client }: Services) =>
  vscode.Disposable.from(
    vscode.window.registerTerminalLinkProvider({
      provideTerminalLinks: ({ line }): UnitLink[] =>
        unitNamesIn(line).map(({ name, start }) => ({
          name,
          startIndex: start,
          length: name.length,
          tooltip: t('Open {0}', name),
        })),
      handleTerminalLink: ({ name }: UnitLink) => openUnitNamed(client, name),
    }),
    vscode.window.registerUriHandler({
      async handleUri({ path, query }) {
        const name = new URLSearchParams(query).get('unit') ?? '';
        // Anybody may write such a link: it opens a file that is known by the name of its unit, and does nothing else.
        if (path === '/open' && parseUnitName(name)) await openUnitNamed(client, name);
        else vscode.window.showWarningMessage(t('The link does not name a unit: write {0}', '/open?unit=web.service'));
      },
    }),
  ),
);

/** The file of a unit that is known in the workspace or on the machine; that of its template for an instance. */
async function openUnitNamed(client: BaseLanguageClient, name: string): Promise<void> {
  const template = instanceTemplate(name);
  for (const each of [name, ...(template ? [template] : [])]) {
    const found = await client.sendRequest<SymbolInformation[] | null>('workspace/symbol', { query: each });
    const place = found?.find((symbol) => symbol.name === each)?.location;
    if (!place) continue;
    await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(place.uri));
    return;
  }
  vscode.window.showInformationMessage(t('No file of {0} is known here.', name));
}
