import { NEWEST_PODMAN } from '../../../schema/podman.ts';
import { thePodman } from '../../../schema/targets.ts';
import type { Span } from '../../../text/span.ts';
import type { Directive, ValueType } from '../../../values/value-type.ts';
import { isQuadletName, kindOfName, usualServiceName } from '../generator/names.ts';
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

/** Names of Quadlet files became those of their services in Podman 5.5; before that they are no unit, as anywhere else. */
const takingQuadlets = (type: ValueType): ValueType => ({
  ...type,
  check(text, context) {
    const { podman = NEWEST_PODMAN } = context;
    const said = type.check(text, context);
    const named = ({ start, end }: Span): string => text.slice(start, end);
    if (podman >= 505) return said.filter((problem) => !isQuadletName(named(problem)));
    return said.map((problem) =>
      isQuadletName(named(problem)) ? { ...problem, message: tooEarly(named(problem), podman) } : problem,
    );
  },
  references: (text, context) =>
    [...(type.references?.(text, context) ?? []), ...quadletsIn(text)].sort((a, b) => a.start - b.start),
});

function tooEarly(name: string, podman: number): string {
  const service = `${usualServiceName({ name, kind: kindOfName(name, NEWEST_PODMAN)! }, podman)}.service`;
  return `Names of Quadlet files stand for their services since Podman 5.5; ${thePodman(podman)} leaves "${name}" to systemd, which ignores it. Write ${service}.`;
}
