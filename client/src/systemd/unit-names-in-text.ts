import { parseUnitName } from '../../../server/src/index.ts';

/** A name in a text, where it begins, in UTF-16 units. */
export interface NameInText {
  readonly name: string;
  readonly start: number;
}

/** Letters of unit names (systemd.unit(5)); a full stop or a colon at the end belongs to the sentence around. */
const CANDIDATE = /(?<![\w/.@\\-])[\w.@:\\-]*[\w@\\-]/g;

/** Longer lines of a terminal are the output of programs that print no names. */
const LONGEST = 2000;

/** The unit names that stand in a line, as in what systemctl prints. */
export function unitNamesIn(line: string): NameInText[] {
  const found = line.length > LONGEST ? [] : [...line.matchAll(CANDIDATE)];
  return found.flatMap(({ 0: name, index: start }) => (parseUnitName(name) ? [{ name, start }] : []));
}
