import type { Properties } from '../why/show-output.ts';
import type { Effect } from './effect.ts';
import type { SettingPlace } from './settings-in-force.ts';

/** Names of other units by directive. */
export type Relations = ReadonlyMap<string, readonly string[]>;

/** A setting of which a running manager has something else than the files give. */
export interface RunningDifference {
  readonly section: string;
  readonly key: string;
  /** The property of `systemctl show`. */
  readonly property: string;
  /** What the manager has; none where it is not set. */
  readonly running: readonly string[];
  /** What it will have after daemon-reload. */
  readonly files: readonly string[];
  readonly places: readonly SettingPlace[];
  readonly effect: Effect;
}

/** An entry of such a folder. */
export interface Link {
  readonly key: string;
  readonly name: string;
}

/** What a manager says, as `systemctl show` prints it. */
export interface Shown {
  readonly unit: Properties;
  /** Of a unit of the same kind without a file: what is in force where nothing is set. */
  readonly bare: Properties;
  /** What the files said of other units when the manager read them; undefined where it does not say. */
  readonly relations?: Relations | undefined;
  /** The units that folders such as `a.service.wants` make it depend on now. */
  readonly linked?: readonly Link[];
  /** The name under which the manager has a unit that may be named by another. */
  nameOf(name: string): string;
}
