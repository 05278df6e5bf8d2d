import { since } from '../../values/changes.ts';
import { factsOf, inRelease, type LineFact, type LineFacts } from '../lines/facts.ts';
import { OPERATORS, type Operator } from './read-rule.ts';

const facts = (what: string): LineFacts => factsOf('udev-rules', what);

/** Keys, and the operators that each takes; udev(7). An operator with a question mark is read as `=`, with a complaint. */
export const keys = facts('key');
export const constants = facts('constant');
export const importTypes = facts('import');
export const runTypes = facts('run');
export const builtins = facts('builtin');
export const options = facts('option');
/** Properties that `ENV{…}=` cannot set; `device_property_can_set()` of src/libsystemd/sd-device/device-private.c. */
const fixedProperties = facts('fixed-property');

export const isMatch = (operator: Operator): boolean => operator === '==' || operator === '!=';

/** How a key takes an operator. */
export function takes(key: LineFact, operator: Operator, version: number): 'yes' | 'as =' | 'no' {
  if (key.name === 'SYMLINK' && operator === '-=' && !since(version, 'rules remove links')) return 'no';
  if (key.traits.includes(operator)) return 'yes';
  return key.traits.includes(`?${operator}`) ? 'as =' : 'no';
}

/** The operators that a key takes as they stand. */
export const operatorsOf = (key: LineFact, version: number): Operator[] =>
  OPERATORS.filter((operator) => takes(key, operator, version) === 'yes');

export function isFixedProperty(name: string, version: number): boolean {
  return inRelease(fixedProperties, version).some(({ name: fixed, traits }) =>
    traits.includes('prefix') ? name.startsWith(fixed) : name === fixed,
  );
}

/** The builtin that a command begins with, whether a release has it or not; `udev_builtin_lookup()`. */
export const builtinOf = (command: string): string => /^[ \t\n\r]*([^ \t\n\r]*)/.exec(command)![1]!;

/** The builtin of a command; of old the first whose name begins with its word. */
export function builtinFor(command: string, version: number): LineFact | undefined {
  const name = builtinOf(command);
  if (since(version, 'builtins of udev have whole names')) return builtins.get(name);
  return builtins.get(name) ?? inRelease(builtins, version).find((each) => each.name.startsWith(name));
}
