import { toDot } from '../../features/units/dot.ts';
import { type ManagedUnit, managerGraph } from '../../features/units/manager-graph.ts';
import { picture } from '../../features/units/picture.ts';
import { toSvg } from '../../features/units/svg.ts';
import type { RelationKind } from '../../units/relation-kinds.ts';
import { runSafe } from '../run-safe.ts';
import type { LspFeature } from '../wire.ts';
import type { GraphAnswer } from './requests.ts';

/** What `systemdUnits/managerGraph` takes; it answers as `systemdUnits/graph` does. */
export interface ManagerGraphParams {
  /** The unit in the middle. */
  readonly unit: string;
  /** All that the manager has loaded; who asks has asked it. */
  readonly units: readonly ManagedUnit[];
  readonly depth: number;
  readonly expanded?: readonly string[];
  readonly kinds: readonly RelationKind[];
}

/** Draws what a running manager says of its units: the server itself talks to none. */
export const managerGraphFeature: LspFeature = ({ connection, log }) => {
  connection.onRequest(
    'systemdUnits/managerGraph',
    runSafe(
      'graph of a manager',
      null as GraphAnswer | null,
      log,
      async ({ unit, units, depth, kinds, expanded = [] }: ManagerGraphParams): Promise<GraphAnswer | null> => {
        const drawn = picture(managerGraph(units), { roots: [unit], depth, expanded, kinds: new Set(kinds) });
        const dot = toDot(drawn);
        return { unit, picture: drawn, dot, svg: await toSvg(drawn) };
      },
    ),
  );
  return {};
};
