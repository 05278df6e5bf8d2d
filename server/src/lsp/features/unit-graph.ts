import { toDot } from '../../features/units/dot.ts';
import { picture } from '../../features/units/picture.ts';
import { toSvg } from '../../features/units/svg.ts';
import { ownUnit, viewOf } from '../../features/units/unit-at.ts';
import { type DocumentParams, type GraphAnswer, type GraphOptions, graphRequest } from '../../protocol/requests.ts';
import { unitGraph } from '../../units/unit-graph.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** The units around a unit, drawn. */
export const unitGraphFeature: LspFeature = ({ connection, service, session, log }) => {
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
        session.runtime.relaxMemoryLimits?.();
        const dot = toDot(drawn.picture);
        return { ...drawn, dot, svg: await toSvg(drawn.picture) };
      },
    ),
  );
  return {};
};
