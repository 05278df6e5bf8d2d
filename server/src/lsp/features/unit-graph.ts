import { loadedAt } from '../../dialects/networkd/networks/networks.ts';
import type { Document } from '../../features/document.ts';
import type { Environment } from '../../features/environment.ts';
import { toDot } from '../../features/graph/dot.ts';
import { networkGraph, nodeOf } from '../../features/graph/network-graph.ts';
import { type Picture, pictureInSlices } from '../../features/graph/picture.ts';
import { toSvg } from '../../features/graph/svg.ts';
import { ownUnit, viewOf } from '../../features/navigation/unit-at.ts';
import { networksAround } from '../../features/networks/device-at.ts';
import { type DocumentParams, type GraphAnswer, type GraphOptions, graphRequest } from '../../protocol/requests.ts';
import type { TimeSliced } from '../../text/time-slices.ts';
import type { RelationKind } from '../../units/relation-kinds.ts';
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
        const around = service.ask(uri, undefined, (document, { units, networks }) => {
          const unit = ownUnit(document, units)?.text;
          if (unit !== undefined)
            return { unit, graph: unitGraph(units, viewOf(document, units)), of: 'units' } as const;
          return networksOf(document, networks);
        });
        if (!around) return null;
        const { unit, graph, of } = around;
        const options =
          of === 'units'
            ? { roots: [unit], depth, expanded, kinds: new Set(kinds) }
            : { roots: [unit], depth: depth + 1, expanded, kinds: NETWORK_KINDS };
        const picture = yield* pictureInSlices(graph, options);
        session.runtime.relaxMemoryLimits?.();
        yield;
        return drawn({ unit, of }, picture, pause);
      },
    ),
  );
  return {};
};

/** From one .network file to another lead two steps, by way of a device: a step less would show half. */
const NETWORK_KINDS: ReadonlySet<RelationKind> = new Set(['requirement', 'ordering']);

function networksOf(document: Document, networks: Environment['networks']) {
  const own = document.judged?.source.identity.dialect === 'networkd' && networksAround(document, { networks });
  const loaded = own && loadedAt(own, document.path);
  return loaded ? ({ unit: nodeOf(loaded.name), graph: networkGraph(own), of: 'networks' } as const) : undefined;
}

async function drawn(about: Pick<GraphAnswer, 'unit' | 'of'>, picture: Picture, pause: Pause): Promise<GraphAnswer> {
  return { ...about, picture, dot: toDot(picture), svg: await toSvg(picture, pause) };
}
