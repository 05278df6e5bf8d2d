import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { Reason } from './diagnosis.ts';
import { type Facts, managerSaid, processesSaid, property, type UnitFacts } from './facts.ts';
import { settingOf, unitOf } from './places.ts';

/** What is known of one unit, as those who tell of it ask for it. */
export interface Evidence {
  readonly name: string;
  readonly unit: UnitFacts;
  readonly facts: Facts;
  /** Its files as systemd reads them; undefined where they could not be read. */
  readonly loaded: LoadedUnit | undefined;
  /** What systemd said of the last run. */
  readonly said: readonly string[];
  /** What the unit's own processes said in it. */
  readonly words: readonly string[];
  /** A property of `systemctl show`; empty where it was not told. */
  property(name: string): string;
  /** The value of a directive in force. */
  value(key: string): string | undefined;
}

/** Tells of one kind of reason; undefined where that is not it. */
export type ReasonFinder = (evidence: Evidence) => Reason | undefined;

export function evidenceOf(unit: UnitFacts, facts: Facts): Evidence {
  const loaded = unitOf(unit, facts);
  return {
    name: unit.name,
    unit,
    facts,
    loaded,
    said: managerSaid(unit),
    words: processesSaid(unit),
    property: (name) => property(unit, name),
    value: (key) => settingOf(loaded, key),
  };
}

/** The first answer that systemd's words give to an expression. */
export function matchIn(lines: readonly string[], expression: RegExp): RegExpExecArray | undefined {
  for (const line of lines) {
    const match = expression.exec(line);
    if (match) return match;
  }
  return undefined;
}

/** What systemd said in its own words, as a sentence of a diagnosis; none where it said nothing of the kind. */
export function quoted({ said, name }: Evidence, isMeant: (line: string) => boolean): string[] {
  const line = said.find(isMeant);
  const text = line?.startsWith(`${name}: `) ? line.slice(name.length + 2) : line;
  return text === undefined ? [] : [`systemd says: "${text}"`];
}

/** How systemctl is called for the unit's manager. */
export const systemctlFor = ({ facts: { manager } }: Evidence): string =>
  manager === 'user' ? 'systemctl --user' : 'systemctl';

/** What ends with this is done again when the fault is mended. */
export const startAgain = (evidence: Evidence): string =>
  `When that is mended: ${systemctlFor(evidence)} daemon-reload, then ${systemctlFor(evidence)} restart ${evidence.name}`;
