import type { CancellationToken } from 'vscode-languageserver';
import { type BootPosition, bootPosition } from '../../features/boot-position.ts';
import { type ManualPageView, manualPageView } from '../../features/manual-view.ts';
import type { PageInfo } from '../../manual/index.ts';
import { bootPositionRequest, manualPageRequest, manualPagesRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP, for clients that show manual pages: one page as Markdown, the pages there are, and a unit's place in the boot. */
export const manualFeature: LspFeature = ({ connection, service, log }) => {
  connection.onRequest(
    manualPageRequest,
    runSafe('manual page', null, log, ({ page }: { readonly page: string }): ManualPageView | null => {
      const { manual } = service.environment;
      return (manual && manualPageView(manual, page)) ?? null;
    }),
  );
  const pages = runSafe('manual pages', [], log, (): readonly PageInfo[] => service.environment.manual?.pages() ?? []);
  // A client may send parameters all the same; the token comes last.
  connection.onRequest(manualPagesRequest, (...given: unknown[]) =>
    pages(undefined, given.at(-1) as CancellationToken),
  );
  connection.onRequest(
    bootPositionRequest,
    runSafe('boot position', null, log, ({ uri }: { readonly uri: string }): BootPosition | null =>
      service.ask(uri, null, (document) => bootPosition(document) ?? null),
    ),
  );
  return {};
};
