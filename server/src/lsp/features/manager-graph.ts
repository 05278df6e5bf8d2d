import { toDot } from '../../features/graph/dot.ts';
import { managerGraph } from '../../features/graph/manager-graph.ts';
import { picture } from '../../features/graph/picture.ts';
import { toSvg } from '../../features/graph/svg.ts';
import { type GraphAnswer, type ManagerGraphParams, managerGraphRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Draws what a running manager says of its units: the server itself talks to none. */
export const managerGraphFeature: LspFeature = ({ connection, session, log }) => {
  connection.onRequest(
    managerGraphRequest,
    runSafe(
      'graph of a manager',
      null as GraphAnswer | null,
      log,
      async ({ unit, units, depth, kinds, expanded = [] }: ManagerGraphParams, pause): Promise<GraphAnswer | null> => {
        session.runtime.relaxMemoryLimits?.();
        const drawn = picture(managerGraph(units), { roots: [unit], depth, expanded, kinds: new Set(kinds) });
        const dot = toDot(drawn);
        return { unit, picture: drawn, dot, svg: await toSvg(drawn, pause) };
      },
    ),
  );
  return {};
};
