import { isTemplate, parseUnitName, partnerNames, type UnitName, withKind } from '../../schema/unit-name.ts';
import type { Viewpoint } from '../../units/resolve-unit.ts';
import { unitGraph } from '../../units/unit-graph.ts';
import type { UnitIndex } from '../../units/unit-index.ts';

/** The units that belong to one by their names, whether they are there or not: with `Accept=yes` a socket has a template. */
export function partnersByName(index: UnitIndex, name: UnitName, view?: Viewpoint): UnitName[] {
  const socket = `${name.prefix}.socket`;
  const template = `${name.prefix}@.service`;
  const other = { [socket]: template, [template]: socket }[name.text];
  const accepts = other !== undefined && startsByName(index, { starter: socket, started: template, view });
  return [...partnerNames(name), ...(accepts ? [parseUnitName(other)!] : [])];
}

/** Whether the one starts the other though its file does not say so. */
export const startsByName = (
  index: UnitIndex,
  {
    starter,
    started,
    view,
  }: { readonly starter: string; readonly started: string; readonly view?: Viewpoint | undefined },
): boolean =>
  unitGraph(index, view)
    .outgoing(starter)
    .some(({ key, to }) => key === 'Triggers' && to === started);

/** A socket with `Accept=yes` and the template it starts: `Service=` is refused there, so that nothing but the name ties them. */
export const isAccepting = (one: UnitName, other: UnitName): boolean =>
  one.kind !== other.kind && isTemplate(one) !== isTemplate(other);

/** The name of a partner after the other one got a new name. */
export const renamedPartner = (partner: UnitName, from: UnitName, to: UnitName): UnitName =>
  parseUnitName(
    isAccepting(partner, from)
      ? `${to.prefix}${isTemplate(partner) ? '@' : ''}.${partner.kind}`
      : withKind(to, partner.kind),
  )!;
