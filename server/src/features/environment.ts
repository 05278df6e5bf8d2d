import type { UnitIndex } from '../units/unit-index.ts';

/** A piece of the manual, ready to show. */
export interface HelpText {
  /** `systemd.service(5)`. */
  readonly page: string;
  /** The systemd version the page belongs to. */
  readonly version: string;
  readonly markdown: string;
}

/** What hover and completion ask of the manual. */
export interface Help {
  directive(page: string, section: string, key: string): HelpText | undefined;
  value(page: string, section: string, key: string, value: string): HelpText | undefined;
  section(section: string): HelpText | undefined;
  specifier(letter: string): HelpText | undefined;
  /** A unit that systemd.special(7) describes. */
  specialUnit(name: string): HelpText | undefined;
  environmentVariable(name: string): HelpText | undefined;
}

/** What the features know besides the document; all of it handed in, none of it read by them. */
export interface Environment {
  /** Undefined where no manual could be had. */
  readonly help: Help | undefined;
  readonly units: UnitIndex;
  /** Names of the machine; empty where the server does not run on it. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
}
