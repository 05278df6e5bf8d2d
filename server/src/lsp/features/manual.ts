import { type ManualPageView, manualPageView } from '../../features/manual-view.ts';
import type { PageInfo } from '../../manual/index.ts';
import { runSafe } from '../run-safe.ts';
import type { LspFeature } from '../wire.ts';

/** Beyond LSP, for clients that show manual pages: one page as Markdown, and the pages there are. */
export const manualFeature: LspFeature = ({ connection, service, log }) => {
  connection.onRequest(
    'systemdUnits/manualPage',
    runSafe('manual page', null, log, ({ page }: { readonly page: string }): ManualPageView | null => {
      const { manual } = service.environment;
      return (manual && manualPageView(manual, page)) ?? null;
    }),
  );
  connection.onRequest(
    'systemdUnits/manualPages',
    runSafe('manual pages', [], log, (): readonly PageInfo[] => service.environment.manual?.pages() ?? []),
  );
  return {};
};
