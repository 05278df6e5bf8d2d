import { parseUnitName } from '../../../server/src/index.ts';
import { type ListedUnit, parseUnits } from './unit-list.ts';
import type { Manager, Target } from './unit-of-file.ts';

/** A unit one may pick by its name: loaded, with its state, or only a file that the manager knows. */
export interface UnitPick {
  readonly target: Target;
  readonly state?: ListedUnit['state'];
  /** As `systemctl is-enabled` says it, of what is only a file. */
  readonly fileState?: string;
}

/**
 * Loaded units first, then files of units that are not loaded, templates among them.
 * @param loaded what `systemctl show '*'` prints
 * @param files what `systemctl list-unit-files --no-legend --full` prints: NAME STATE PRESET
 */
export function unitPicks(manager: Manager, loaded: string, files: string): UnitPick[] {
  const units = parseUnits(loaded, manager);
  const names = new Set(units.map(({ target }) => target.name));
  const others = files.split('\n').flatMap((line): UnitPick[] => {
    const [name = '', fileState = ''] = line.trim().split(/\s+/);
    const target = targetNamed(name, manager);
    return target && !names.has(name) && fileState !== 'alias' ? [{ target, fileState }] : [];
  });
  return [...units, ...others];
}

/** A unit by the name somebody typed; without a kind it is a service, as systemctl has it. */
export function targetNamed(text: string, manager: Manager): Target | undefined {
  const unit = parseUnitName(text) ?? parseUnitName(`${text}.service`);
  return unit && { name: unit.text, kind: unit.kind, manager, path: '' };
}

/** For what a command is about: only units in such a state are offered. */
export type PickFilter = (pick: UnitPick) => boolean;

const active = ({ state }: UnitPick): boolean =>
  state !== undefined && ['active', 'activating', 'reloading'].includes(state.active);

export const startable: PickFilter = (pick) => !active(pick) && pick.state?.canStart !== false && !masked(pick);

export const stoppable: PickFilter = (pick) => active(pick) && pick.state?.canStop === true;

const masked = ({ state, fileState = '' }: UnitPick): boolean =>
  state?.load === 'masked' || fileState.startsWith('masked');
