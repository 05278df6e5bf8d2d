import { toDot } from '../../features/graph/dot.ts';
import { type Picture, pictureInSlices } from '../../features/graph/picture.ts';
import { toSvg } from '../../features/graph/svg.ts';
import { ownUnit, viewOf } from '../../features/navigation/unit-at.ts';
import { type DocumentParams, type GraphAnswer, type GraphOptions, graphRequest } from '../../protocol/requests.ts';
import type { TimeSliced } from '../../text/time-slices.ts';
import { unitGraph } from '../../units/unit-graph.ts';
import type { LspFeature } from '../feature-context.ts';
import { type Pause, runSafe } from '../run-safe.ts';

/** The units around a unit, drawn. */
export const unitGraphFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onRequest(
    graphRequest,
    runSafe(
      'graph',
      null as GraphAnswer | null,
      log,
      function* (
        { textDocument: { uri }, depth, kinds, expanded = [] }: DocumentParams & GraphOptions,
        pause,
      ): TimeSliced<GraphAnswer | null | Promise<GraphAnswer>> {
        const around = service.ask(uri, undefined, (document, { units }) => {
          const unit = ownUnit(document, units)?.text;
          return unit === undefined ? undefined : { unit, graph: unitGraph(units, viewOf(document, units)) };
        });
        if (!around) return null;
        const { unit, graph } = around;
        const options = { roots: [unit], depth, expanded, kinds: new Set(kinds) };
        const picture = yield* pictureInSlices(graph, options);
        session.runtime.relaxMemoryLimits?.();
        yield;
        return drawn(unit, picture, pause);
      },
    ),
  );
  return {};
};

async function drawn(unit: string, picture: Picture, pause: Pause): Promise<GraphAnswer> {
  return { unit, picture, dot: toDot(picture), svg: await toSvg(picture, pause) };
}
