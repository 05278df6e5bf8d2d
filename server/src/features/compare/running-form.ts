import type { Properties } from '../why/show-output.ts';
import type { Setting } from './settings-in-force.ts';

/** How a setting is read off `systemctl show`: the forms a manager has, and those that it would have of the files. */
export interface RunningForm {
  /** The property's name. */
  readonly property: string;
  readonly isSet: boolean;
  running(shown: Properties): readonly string[];
  /** Undefined where that depends on what is known when the unit is loaded only, such as a specifier. */
  files(setting: Setting): readonly string[] | undefined;
}
