import { type Applicable, stateActions } from './applicable-commands.ts';

/** What is seen of units at the moment. */
export interface Seen {
  /** Why nothing can be learnt of units, see `Obstacle`. */
  readonly obstacle: string | undefined;
  /** The editor with the focus shows a unit file of this machine. */
  readonly isUnitFile: boolean;
  /** The tab with the focus is about a unit, as its journal is. */
  readonly isUnitTab: boolean;
  /** For the path of each unit file that is seen, what fits its unit. */
  readonly fits: readonly (readonly [path: string, ids: Applicable])[];
}

/**
 * The context keys `systemdUnits.KEY` that the menus of the manifest ask for, see client/scripts/menus.mjs: whether systemd
 * is there, whether a unit is meant, and for each command that depends on the state of a unit the files whose unit it fits.
 */
export function contextOf({ obstacle, isUnitFile, isUnitTab, fits }: Seen): Record<string, unknown> {
  const noTools = obstacle === 'missing';
  const noSystemd = noTools || obstacle === 'not-booted';
  const isUnit = isUnitFile || isUnitTab;
  const paths = (id: (typeof stateActions)[number]) => fits.flatMap(([path, ids]) => (ids.has(id) ? [path] : []));
  return {
    obstacle: obstacle ?? 'none',
    noTools,
    noSystemd,
    isUnitFile,
    canAnalyze: isUnit && !noTools,
    canOperate: isUnit && !noSystemd,
    ...Object.fromEntries(stateActions.map((id) => [`can.${id}`, [...new Set(paths(id))].sort()])),
  };
}
