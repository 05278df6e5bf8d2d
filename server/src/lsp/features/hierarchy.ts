import type { CallHierarchyItem } from 'vscode-languageserver';
import {
  calleesOf,
  callersOf,
  type HierarchyCall,
  type HierarchyUnit,
  hierarchyUnit,
} from '../../features/navigation/hierarchy.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toLineRange } from '../to-lsp/ranges.ts';
import { unitSymbolKind } from '../to-lsp/symbols.ts';
import type { Uris } from '../uris.ts';

const toItem = (
  uris: Uris,
  { name, description, path }: HierarchyUnit,
  detail = description ?? '',
): CallHierarchyItem => ({
  name,
  detail,
  kind: unitSymbolKind(name),
  uri: uris.toUri(path),
  range: FILE_START,
  selectionRange: FILE_START,
});

/** The directives say more here than the description. */
const detailOf = ({ keys }: HierarchyCall): string => keys.map((key) => `${key}=`).join(' ');

/** The hierarchy of units: who names whom. */
export const hierarchyFeature: LspFeature = ({ connection, service, session, log, offsetAt }) => {
  const { units } = service.environment;
  const { uris } = session;
  connection.languages.callHierarchy.onPrepare(
    runSafe('hierarchy', null, log, (params: AtPosition) => {
      const unit = service.ask(params.textDocument.uri, undefined, (document) =>
        hierarchyUnit(document, offsetAt(params), units),
      );
      return unit ? [toItem(uris, unit)] : null;
    }),
  );
  const rangesIn = (call: HierarchyCall, path: string) =>
    call.places.filter((place) => place.path === path).map((place) => toLineRange(place, session));
  connection.languages.callHierarchy.onIncomingCalls(
    runSafe('incoming', [], log, ({ item }: { item: CallHierarchyItem }) =>
      callersOf(units, uris.toPath(item.uri), item.name).map((call) => ({
        from: toItem(uris, call.unit, detailOf(call)),
        fromRanges: rangesIn(call, call.unit.path),
      })),
    ),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    runSafe('outgoing', [], log, ({ item }: { item: CallHierarchyItem }) =>
      calleesOf(units, uris.toPath(item.uri), item.name).map((call) => ({
        to: toItem(uris, call.unit, detailOf(call)),
        fromRanges: rangesIn(call, uris.toPath(item.uri)),
      })),
    ),
  );
  return { callHierarchyProvider: true };
};
