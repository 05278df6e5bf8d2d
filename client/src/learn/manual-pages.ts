import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ManualPageView, manualPageRequest, manualPagesRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { type ManualText, manualFileSystem, openManualText } from './manual-file-system.ts';

/** Reads a text that is not a manual page. */
export type OtherText = (name: string) => Promise<ManualText | undefined>;

const others = new Map<string, OtherText>();

/** Texts whose names begin so come from elsewhere than the manual. */
export function registerManualText(beginning: string, read: OtherText): vscode.Disposable {
  others.set(beginning, read);
  return new vscode.Disposable(() => void others.delete(beginning));
}

/** Manual pages in the editor: by name, from a list, and where a link in a hover leads. */
export const manualPages = featureWithCommands({
  commands: {
    openManualPage: { title: t('Open Manual Page…'), icon: 'book', when: 'always', menus: { learn: '1_learn@1' } },
  },
  start({ client }: EditingServices) {
    const read = async (name: string): Promise<ManualText | undefined> => {
      for (const [beginning, other] of others) if (name.startsWith(beginning)) return await other(name);
      return await pageOf(client, name);
    };
    const openManualPage = async (page?: unknown, anchor?: unknown) => {
      const title = typeof page === 'string' ? page : await choosePage(client);
      if (title === undefined) return;
      if (await pageOf(client, title)) await openManualText(title, typeof anchor === 'string' ? anchor : '');
      else await offerWeb(title);
    };
    return { run: { openManualPage }, ends: [manualFileSystem(read)] };
  },
});

const pageOf = async (client: BaseLanguageClient, page: string): Promise<ManualPageView | undefined> =>
  (await client.sendRequest(manualPageRequest, { page })) ?? undefined;

async function choosePage(client: BaseLanguageClient): Promise<string | undefined> {
  const pages = client.sendRequest(manualPagesRequest);
  const items = pages.then((all) =>
    all
      .map(({ name, section, description }) => ({ label: `${name}(${section})`, description: description ?? '' }))
      .sort((a, b) => rank(a.label) - rank(b.label) || (a.label < b.label ? -1 : 1)),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Open Manual Page'),
    placeHolder: t('systemd.service, journalctl, or a word of the description'),
    matchOnDescription: true,
  });
  return picked?.label;
}

/** The most useful pages for writing units. */
const firstPages = [
  'service',
  'unit',
  'exec',
  'timer',
  'time',
  'socket',
  'path',
  'mount',
  'kill',
  'resource-control',
  'special',
];

/** Pages about units before all others, then those on files and concepts. */
function rank(title: string): number {
  const first = firstPages.indexOf(/^systemd\.([\w-]+)\([57]\)$/.exec(title)?.[1] ?? '');
  if (first >= 0) return first;
  return /\([57]\)$/.test(title) ? 100 : 200;
}

/** A page of another package that is not installed here. */
async function offerWeb(title: string): Promise<void> {
  const [, name = '', section = ''] = /^(.+)\((\w+)\)$/.exec(title) ?? [];
  const accept = t('Open on the Web');
  const question = t('{0} is not installed here.', title);
  const answer = await vscode.window.showInformationMessage(question, { modal: true }, accept);
  if (answer !== accept) return;
  const address = `https://manpages.debian.org/${encodeURIComponent(`${name}.${section}`)}`;
  await vscode.env.openExternal(vscode.Uri.parse(address));
}
