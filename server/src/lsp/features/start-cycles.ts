import {
  type SaidAt,
  type StartCycleAnswer,
  type StartCyclesParams,
  startCyclesRequest,
} from '../../protocol/requests.ts';
import { type StartCycle, startCycles } from '../../units/start-cycles.ts';
import { type Edge, unitGraph } from '../../units/unit-graph.ts';
import { treeOf } from '../../units/unit-location.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** The circles of waiting that the start of the machine leads into. */
export const startCyclesFeature: LspFeature = ({ connection, service, log }) => {
  connection.onRequest(
    startCyclesRequest,
    runSafe('ordering cycles', null as StartCycleAnswer[] | null, log, ({ manager, start }: StartCyclesParams) => {
      const { units } = service.environment;
      if (!units.knowsMachine) return null;
      const graph = unitGraph(units, { tree: treeOf('', manager), manager });
      return startCycles(graph, graph.unit(start)?.name.text ?? start).map(answerOf);
    }),
  );
  return {};
};

const answerOf = ({ waits, deletable, cuts }: StartCycle): StartCycleAnswer => ({
  waits: waits.map((wait) => ({ unit: wait.unit, for: wait.for, said: saidAt(wait.edge) })),
  deletable,
  cuts: cuts.map(({ edges, ...pair }) => ({ ...pair, said: edges.map(saidAt) })),
});

/** What stands in a folder such as `.wants/` is a link, without a line. */
const saidAt = ({ from, key, to, file, at }: Edge): SaidAt => ({
  text: file ? `${key}=${at?.written ?? to}` : `${from}: ${key}=${to}, by default`,
  path: file?.path,
  line: at?.line,
});
