import { isTemplate, parseUnitName } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { clock, span, stateWord, templateText } from './state-text.ts';
import { parseShow } from './systemctl-show.ts';
import type { Manager, Target, UnitKind } from './unit-of-file.ts';
import { editedFile, execDirectives, stateProperties, type UnitState, unitState } from './unit-state.ts';

/** The properties for the list of all units, without the long command lines of services. */
export const listProperties: readonly string[] = stateProperties.filter((name) => !execDirectives.includes(name));

export interface ListedUnit {
  readonly state: UnitState;
  readonly target: Target;
  /** Of a template: its instances that are loaded. */
  readonly instances?: readonly UnitState[];
  /** Why its manager does not answer; the state is a placeholder then. */
  readonly unavailable?: string;
}

/** The answers of one manager, by the names that were queried. */
export interface Answers {
  readonly states: ReadonlyMap<string, UnitState>;
  readonly instances: ReadonlyMap<string, readonly UnitState[]>;
  readonly unavailable?: string | undefined;
}

/** One row for each unit file of the workspace, known to its manager or not. */
export function listedFiles(targets: readonly Target[], { states, instances, unavailable }: Answers): ListedUnit[] {
  return targets.map((target) => {
    const state = { ...(states.get(target.name) ?? unknownState), id: target.name };
    if (unavailable !== undefined) return { target, state, unavailable };
    return isTemplateName(target.name)
      ? { target, state, instances: instances.get(target.name) ?? [] }
      : { target, state };
  });
}

const unknownState = unitState(new Map([['ActiveState', ['inactive']]]));

export const isTemplateName = (name: string): boolean => {
  const unit = parseUnitName(name);
  return unit !== undefined && isTemplate(unit);
};

/** Reads `systemctl show` of many units; a failed one comes first, then those that are active. */
export function parseUnits(output: string, manager: Manager): ListedUnit[] {
  const units = parseShow(output).flatMap((properties) => {
    const state = unitState(properties);
    const unit = parseUnitName(state.id);
    // Units that are only mentioned by others do not exist.
    if (!unit || (state.load === 'not-found' && state.active === 'inactive')) return [];
    return [{ state, target: { name: state.id, kind: unit.kind, manager, path: editedFile(state) } }];
  });
  return sortUnits(units);
}

export const sortUnits = (units: readonly ListedUnit[]): ListedUnit[] =>
  [...units].sort((a, b) => rank(a.state) - rank(b.state) || a.state.id.localeCompare(b.state.id));

const rank = ({ active }: UnitState): number =>
  ({ failed: 0, activating: 1, deactivating: 1, reloading: 1, active: 2 })[active] ?? 3;

/** The kinds, the most used first. */
const order: readonly UnitKind[] = [
  ...(['service', 'timer', 'socket', 'path', 'mount', 'automount', 'swap', 'target', 'slice', 'scope'] as const),
  'device',
];

export interface Group {
  readonly id: UnitKind | 'failed';
  readonly title: string;
  readonly units: readonly ListedUnit[];
}

/** `Failed` first, then one group for each kind there is. */
export function groupUnits(units: readonly ListedUnit[]): Group[] {
  const failed: Group = {
    id: 'failed',
    title: t('Failed'),
    units: units.filter(({ state }) => state.active === 'failed'),
  };
  const kinds = order.map((kind) => ({
    id: kind,
    title: titles[kind] ?? kind,
    units: units.filter(({ target }) => target.kind === kind),
  }));
  return [failed, ...kinds].filter((group) => group.units.length > 0);
}

const titles: Partial<Record<UnitKind, string>> = {
  service: t('Services'),
  timer: t('Timers'),
  socket: t('Sockets'),
  path: t('Paths'),
  mount: t('Mounts'),
  automount: t('Automounts'),
  swap: t('Swaps'),
  target: t('Targets'),
  slice: t('Slices'),
  scope: t('Scopes'),
  device: t('Devices'),
};

/** Every word has to be found in the name, the description or the state: `ssh active`, `.timer`, `failed`. */
export function unitFilter(text: string): (unit: ListedUnit) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ state }) => {
    const { id, description, active, sub, fileState } = state;
    const haystack = [id, description, active, sub, fileState, stateWord(state)].join(' ').toLowerCase();
    return words.every((word) => {
      // "inactive" has "active" in it.
      if (word === 'active') return active === 'active';
      return haystack.includes(word);
    });
  };
}

/** The description of a row: the sub-state, the runs of a timer, the addresses of a socket. */
export function unitDetail({ state, target, instances, unavailable }: ListedUnit, now: number): string {
  if (unavailable !== undefined) return unavailable;
  if (instances) return templateText(instances);
  const parts = [stateWord(state)];
  if (target.kind === 'timer') {
    if (state.nextRun) parts.push(t('next in {0} ({1})', span(state.nextRun - now), clock(state.nextRun, now)));
    if (state.lastRun) parts.push(t('last {0}', clock(state.lastRun, now)));
  }
  return [...parts, ...state.listen].join(' · ');
}
