import type { Manual } from '../manual/index.ts';
import type { UnitIndex } from '../units/unit-index.ts';

/** What the features know besides the document; all of it handed in, none of it read by them. */
export interface Environment {
  /** Undefined where no manual could be had. */
  readonly manual: Manual | undefined;
  readonly units: UnitIndex;
  /** Names of the machine; empty where the server does not run on it. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** The address under which the editor opens a manual page at a place; the page on the web where it cannot. */
  manualLink(page: string, anchor: string, webAnchor: string): string;
}
