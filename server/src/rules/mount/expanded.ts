import type { JudgedAssignment } from '../../units/judged-file.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';

/** Specifiers whose value is the same on every machine. */
const FIXED = /%[^%nNpPiIjJftTSCLEV]/;

/** The value with its specifiers replaced; undefined where that depends on the machine. */
export function expanded({ node }: JudgedAssignment, unit: LoadedUnit): string | undefined {
  const { text } = node.value;
  if (FIXED.test(text.replaceAll('%%', ''))) return undefined;
  const { name, manager, kind, version } = unit;
  return expandSpecifiers(text, { unit: name, manager, kind, version }).text;
}
