import { quadletService } from '../../../server/src/index.ts';
import { failureOf } from './failure.ts';
import { isOwnPath, isOwnQuadlet } from './install-paths.ts';
import type { FileRelation } from './state-text.ts';
import type { UnitState } from './unit-state.ts';

/**
 * The commands `systemdUnits.ID` that apply to a unit in some states only. Menus test the context key
 * `systemdUnits.can.ID`, the list of files they apply to. Commands for any unit the manager knows test that of `status`.
 */
export const stateActions = [
  ...(['start', 'startAndFollow', 'stop', 'restart', 'reload', 'reloadAndRestart', 'status', 'journalView'] as const),
  ...(['enable', 'disable', 'mask', 'unmask', 'instances'] as const),
  ...(['install', 'runOnce', 'uninstall', 'compareInstalled', 'containerLogs', 'why', 'tryUnit'] as const),
] as const;

export type StateAction = (typeof stateActions)[number];

export type Applicable = ReadonlySet<StateAction>;

/** The commands that apply to a unit in its state: never Start and Stop together, nor Enable and Disable. */
export function applicableTo(state: UnitState, relation: FileRelation, path = ''): Applicable {
  if (state.load === 'not-found' && state.active === 'inactive') return new Set(notInstalled(state.id, path));
  const elsewhere: StateAction[] =
    relation === 'elsewhere' ? ['compareInstalled', 'install'] : relation === 'not-loaded' ? ['install'] : [];
  const container: StateAction[] = isContainer(state) ? ['containerLogs'] : [];
  const why: StateAction[] = failureOf(state) || state.active === 'inactive' ? ['why'] : [];
  const looks = [...why, ...tryable(state.id, state.source || path), 'status', 'journalView'] as const;
  return new Set([...running(state), ...atBoot(state), ...elsewhere, ...container, ...looks]);
}

/** The commands that apply to a template, by its state in `systemctl is-enabled`; empty: not installed. */
export function applicableToTemplate(fileState: string, instances: readonly UnitState[]): Applicable {
  if (fileState === '') return new Set(['install']);
  const some: StateAction[] = instances.length > 0 ? ['instances'] : [];
  const boot = ['enabled', 'enabled-runtime'].includes(fileState) ? 'disable' : 'enable';
  return new Set(['start', 'startAndFollow', ...some, boot, 'mask', 'journalView', 'status', 'tryUnit'] as const);
}

/** The commands offered while the state is unknown. */
export const applicableWhenUnknown: Applicable = new Set([
  'start',
  'stop',
  'restart',
  'status',
  'journalView',
  'install',
]);

/** A service that Podman has made of a `.container` file. */
const isContainer = ({ source }: UnitState): boolean => quadletService(source)?.kind === 'container';

/** systemd-run takes services only, and knows nothing of Quadlet files. */
const notInstalled = (id: string, path: string): StateAction[] =>
  (id === '' || id.endsWith('.service')) && !quadletService(path)
    ? ['install', 'runOnce', 'tryUnit']
    : ['install', ...tryable(id, path)];

/** A service, or what starts one. */
const tryable = (id: string, path: string): StateAction[] =>
  /\.(?:service|timer|socket|path)$/.test(id) && !quadletService(path) ? ['tryUnit'] : [];

function running({ load, active, needsReload, canStart, canStop, canReload }: UnitState): StateAction[] {
  const stop: StateAction[] = canStop ? ['stop'] : [];
  const again: StateAction[] = canStart && canStop ? [needsReload ? 'reloadAndRestart' : 'restart'] : [];
  switch (active) {
    case 'active':
    case 'reloading':
      return load === 'masked'
        ? stop
        : [...again, ...stop, ...(canReload && !needsReload ? (['reload'] as StateAction[]) : [])];
    case 'activating':
    case 'deactivating':
      return stop;
    default:
      if (!canStart || load === 'masked') return [];
      return needsReload ? ['reloadAndRestart'] : ['start', 'startAndFollow'];
  }
}

function atBoot({ load, fileState, fragment, source, transient }: UnitState): StateAction[] {
  if (load === 'masked' || fileState.startsWith('masked')) return ['unmask'];
  if (transient) return [];
  const remove: StateAction[] = isOwnPath(fragment) || isOwnQuadlet(source) ? ['uninstall'] : [];
  return [...enabling(fileState, fragment), 'mask', ...remove];
}

/** Enabling a static unit outside of packages is offered to explain what it lacks; packaged units are static on purpose. */
function enabling(fileState: string, fragment: string): StateAction[] {
  switch (fileState) {
    case 'enabled':
    case 'enabled-runtime':
      return ['disable'];
    case 'disabled':
    case 'linked':
    case 'linked-runtime':
    case 'indirect':
      return ['enable'];
    default:
      return fileState === 'static' && isOwnPath(fragment) ? ['enable'] : [];
  }
}
