import type { Directive, ValueType } from '../../../values/value-type.ts';
import { isQuadletName } from '../generator/names.ts';
import { quadletsIn, takesQuadlets } from './names.ts';

const wrapped = new WeakMap<Directive, Directive>();

/** In dependencies a Quadlet file may be named in place of its service. */
export function withQuadletNames(directive: Directive | undefined): Directive | undefined {
  if (directive?.section !== 'Unit' || !directive.valueType || !takesQuadlets(directive.key)) return directive;
  const known = wrapped.get(directive);
  if (known) return known;
  const result = { ...directive, valueType: takingQuadlets(directive.valueType) };
  wrapped.set(directive, result);
  return result;
}

const takingQuadlets = (type: ValueType): ValueType => ({
  ...type,
  check: (text, context) =>
    type.check(text, context).filter(({ start, end }) => !isQuadletName(text.slice(start, end))),
  references: (text, context) =>
    [...(type.references?.(text, context) ?? []), ...quadletsIn(text)].sort((a, b) => a.start - b.start),
});
