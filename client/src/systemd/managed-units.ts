import type { ManagedUnit } from '../../../server/src/index.ts';
import type { Command } from './command.ts';
import { type Properties, parseShow, show } from './systemctl-show.ts';
import type { Manager } from './unit-of-file.ts';

/** What units say of others; the other end of each (`RequiredBy=`, `Before=` …) would say the same again. */
const relations = [
  ...['Requires', 'Requisite', 'BindsTo', 'Wants', 'Upholds', 'PartOf', 'Conflicts', 'After', 'Triggers'],
  ...['OnFailure', 'OnSuccess', 'PropagatesReloadTo', 'PropagatesStopTo', 'JoinsNamespaceOf'],
];

/** Everything the manager has loaded, and the unit itself, which it loads for the question. */
export const askAll = (manager: Manager, unit: string): Command =>
  show(manager, ['Id', 'Description', 'LoadState', 'ActiveState', 'FragmentPath', ...relations], [unit, '*']);

export interface ManagedUnits {
  readonly units: readonly ManagedUnit[];
  /** The first is that of the question, under the name its manager knows it by. */
  readonly unit: string;
  /** `active`, `failed` … by name. */
  readonly states: Readonly<Record<string, string>>;
}

/** Reads the answer; undefined when there is none. */
export function managedUnits(output: string): ManagedUnits | undefined {
  const known = new Map(parseShow(output).map((properties) => [text(properties, 'Id'), properties]));
  const [unit] = known.keys();
  if (unit === undefined) return undefined;
  const states = [...known].map(([name, properties]) => [name, text(properties, 'ActiveState')]);
  return { unit, units: [...known.values()].map(managedUnit), states: Object.fromEntries(states) };
}

const text = (properties: Properties, name: string): string => properties.get(name)?.[0] ?? '';

function managedUnit(properties: Properties): ManagedUnit {
  const said = relations.flatMap((key) => {
    const names = text(properties, key).split(' ').filter(Boolean);
    return names.length > 0 ? [[key, names] as const] : [];
  });
  return {
    name: text(properties, 'Id'),
    load: text(properties, 'LoadState'),
    path: text(properties, 'FragmentPath'),
    description: text(properties, 'Description'),
    relations: Object.fromEntries(said),
  };
}
