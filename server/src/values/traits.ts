import { since } from './changes.ts';
import type { Directive, OfDirective, Quantity, Repetition, ValueTraits } from './value-type.ts';

/** What is true of the values of a directive; undefined for one that no value type reads. */
export const traitsOf = (directive: Directive): ValueTraits | undefined => directive.valueType;

const settled = <T>(trait: OfDirective<T> | undefined, directive: Directive): T | undefined =>
  typeof trait === 'function' ? (trait as (directive: Directive) => T)(directive) : trait;

const repetitionOf = (directive: Directive): Repetition | undefined => settled(traitsOf(directive)?.repeats, directive);

/** Whether a later assignment of the directive replaces an earlier one, rather than adding to it. */
export const isScalar = (directive: Directive): boolean => repetitionOf(directive) === 'replaces';

/** Whether another assignment of the directive leaves the meaning of earlier ones alone. */
export const isAdditive = (directive: Directive): boolean => repetitionOf(directive) === 'adds';

/** Whether an empty assignment of the directive takes back what was assigned to a key of its section; `own` is its own key. */
export function clears(directive: Directive, key: string, own: string): boolean {
  const keys = settled(traitsOf(directive)?.emptyClears, directive);
  return keys instanceof RegExp ? keys.test(key) : keys !== 'nothing' && key === own;
}

export const quantityOf = (directive: Directive): Quantity | undefined =>
  settled(traitsOf(directive)?.quantity, directive);

/** Which specifiers of its values a release replaces, and where. */
export function specifiersIn(directive: Directive, version: number): ValueTraits['specifiers'] {
  const { specifiers, specifiersSince } = traitsOf(directive) ?? {};
  return specifiersSince && !since(version, specifiersSince) ? undefined : specifiers;
}

/** Whether the directive is taken without effect. */
export const isRemoved = (directive: Directive | undefined): boolean =>
  directive !== undefined && traitsOf(directive)?.status === 'removed';
