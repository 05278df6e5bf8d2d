import { toDot } from '../../features/units/dot.ts';
import { picture } from '../../features/units/picture.ts';
import { relatedUnits } from '../../features/units/related.ts';
import { toSvg } from '../../features/units/svg.ts';
import { ownUnit, viewOf } from '../../features/units/unit-at.ts';
import {
  type DocumentParams,
  type GraphAnswer,
  type GraphOptions,
  graphRequest,
  type RelatedUnit,
  relatedUnitsRequest,
} from '../../protocol/requests.ts';
import { unitGraph } from '../../units/unit-graph.ts';
import { runSafe } from '../run-safe.ts';
import type { LspFeature } from '../wire.ts';

/** Requests of our own client; others may use them as well. */
export const requestsFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onRequest(
    relatedUnitsRequest,
    runSafe('related units', [], log, ({ textDocument: { uri } }: DocumentParams): RelatedUnit[] =>
      service
        .ask(uri, [], (document, { units }) => relatedUnits(document, units))
        .map(({ name, relation, path, create }) => ({
          name,
          relation,
          ...(path !== undefined && { uri: session.uris.toUri(path) }),
          ...(create && { create: { uri: session.uris.toUri(create.path), text: create.text } }),
        })),
    ),
  );
  connection.onRequest(
    graphRequest,
    runSafe(
      'graph',
      null as GraphAnswer | null,
      log,
      async ({
        textDocument: { uri },
        depth,
        kinds,
        expanded = [],
      }: DocumentParams & GraphOptions): Promise<GraphAnswer | null> => {
        const drawn = service.ask(uri, undefined, (document, { units }) => {
          const unit = ownUnit(document)?.text;
          if (unit === undefined) return undefined;
          const graph = unitGraph(units, viewOf(document, units));
          return { unit, picture: picture(graph, { roots: [unit], depth, expanded, kinds: new Set(kinds) }) };
        });
        if (!drawn) return null;
        const dot = toDot(drawn.picture);
        return { ...drawn, dot, svg: await toSvg(drawn.picture) };
      },
    ),
  );
  return {};
};
