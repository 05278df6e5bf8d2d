import type { CallHierarchyItem } from 'vscode-languageserver';
import {
  calleesOf,
  callersOf,
  type HierarchyCall,
  type HierarchyUnit,
  hierarchyUnit,
} from '../../features/units/hierarchy.ts';
import { runSafe } from '../run-safe.ts';
import { toLocation, unitSymbolKind } from '../to-lsp.ts';
import { pathToUri, uriToPath } from '../uris.ts';
import type { At, LspFeature } from '../wire.ts';

const FILE_START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const toItem = ({ name, description, path }: HierarchyUnit, detail = description ?? ''): CallHierarchyItem => ({
  name,
  detail,
  kind: unitSymbolKind(name),
  uri: pathToUri(path),
  range: FILE_START,
  selectionRange: FILE_START,
});

/** The directives say more here than the description. */
const detailOf = ({ keys }: HierarchyCall): string => keys.map((key) => `${key}=`).join(' ');

/** The hierarchy of units: who names whom. */
export const hierarchyFeature: LspFeature = ({ connection, service, log, offsetAt }) => {
  const { units } = service.environment;
  connection.languages.callHierarchy.onPrepare(
    runSafe('hierarchy', null, log, (params: At) => {
      const unit = service.ask(params.textDocument.uri, undefined, (document) =>
        hierarchyUnit(document, offsetAt(params), units),
      );
      return unit ? [toItem(unit)] : null;
    }),
  );
  const rangesIn = (call: HierarchyCall, path: string) =>
    call.places.filter((place) => place.path === path).map((place) => toLocation(place).range);
  connection.languages.callHierarchy.onIncomingCalls(
    runSafe('incoming', [], log, ({ item }: { item: CallHierarchyItem }) =>
      callersOf(units, uriToPath(item.uri), item.name).map((call) => ({
        from: toItem(call.unit, detailOf(call)),
        fromRanges: rangesIn(call, call.unit.path),
      })),
    ),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    runSafe('outgoing', [], log, ({ item }: { item: CallHierarchyItem }) =>
      calleesOf(units, uriToPath(item.uri), item.name).map((call) => ({
        to: toItem(call.unit, detailOf(call)),
        fromRanges: rangesIn(call, uriToPath(item.uri)),
      })),
    ),
  );
  return { callHierarchyProvider: true };
};
