import type { JudgedAssignment } from '../engine/judged-file.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { expandSpecifiers, findSpecifier } from '../values/specifiers.ts';

/** The value with its specifiers replaced; undefined where that depends on the machine or the instance. */
export function expanded({ node }: JudgedAssignment, unit: LoadedUnit): string | undefined {
  const { text } = node.value;
  const { name, manager, kind, version } = unit;
  const context = { unit: name, manager, kind, version };
  for (const [, letter = ''] of text.matchAll(/%([0-9A-Za-z%])/g)) {
    if (letter === '%' || letter === 'i' || letter === 'I') continue;
    const specifier = findSpecifier(letter, version);
    if (!specifier?.deprecated && !specifier?.settled?.(context)) return undefined;
  }
  return expandSpecifiers(text, context).text;
}
