import { lookup, lookupAll, lookupFilled, type Place } from './lookup.ts';
import type { UnitText } from './unit-text.ts';

/** The kinds in the order in which Quadlet converts them: what others refer to comes first. */
const ORDER = { image: 1, artifact: 1, volume: 2, network: 2, build: 3, container: 4, kube: 4, pod: 5 } as const;

export type QuadletKind = keyof typeof ORDER;

export const orderOf = (kind: QuadletKind): number => ORDER[kind];

/** The kind a name's suffix tells. Artifacts came with Podman 5.7. */
export function kindOfName(name: string, podman: number): QuadletKind | undefined {
  const suffix = name.slice(name.lastIndexOf('.') + 1);
  if (!name.includes('.') || !Object.hasOwn(ORDER, suffix)) return undefined;
  return suffix === 'artifact' && podman < 507 ? undefined : (suffix as QuadletKind);
}

/** Whether a name is that of a Quadlet file. */
export const isQuadletName = (name: string): boolean => kindOfName(name, Number.POSITIVE_INFINITY) !== undefined;

export const sectionOfKind = (kind: QuadletKind): string => kind[0]!.toUpperCase() + kind.slice(1);

/** What Quadlet keeps of each file while it converts all of them. */
export interface UnitInfo {
  /** Without `.service`. */
  readonly serviceName: string;
  /** What Podman's resource is called; empty where that is not known (yet). Others refer to it. */
  resourceName: string;
  /** The pod that starts the service with its own, once that is known. */
  startsWith?: string;
}

/** A file as names are made of it. */
export interface Named {
  readonly name: string;
  readonly kind: QuadletKind;
  readonly text: UnitText;
}

const placeOf = ({ text, kind }: Named, podman: number): Place => ({ text, section: sectionOfKind(kind), podman });

export function infoOf(file: Named, podman: number): UnitInfo {
  return { serviceName: serviceNameOf(file, podman), resourceName: firstResourceName(file, podman) };
}

/** The name of the service without its suffix: ServiceName=, else the name of the file, with the kind behind it. */
export function serviceNameOf(file: Named, podman: number): string {
  const given = lookup(placeOf(file, podman), 'ServiceName');
  if (given) return given.text;
  return usualServiceName(file, podman);
}

/** The name of the service where the file does not give one. Up to Podman 5.6 the kind stood behind the `@` of a template. */
export function usualServiceName({ name, kind }: Pick<Named, 'name' | 'kind'>, podman: number): string {
  const suffix = kind === 'container' || kind === 'kube' ? '' : `-${kind}`;
  const stem = stemOf(name);
  return podman >= 507 && stem.endsWith('@') ? `${stem.slice(0, -1)}${suffix}@` : stem + suffix;
}

export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** What is known of a resource's name before anything is converted. */
function firstResourceName(file: Named, podman: number): string {
  if (file.kind === 'container') return resolvedContainerName(file, podman);
  if (file.kind === 'build') return lookupAll(placeOf(file, podman), 'ImageTag')[0]?.text ?? '';
  return file.kind === 'pod' && podman >= 506 ? podNameOf(file, podman) : '';
}

export function containerNameOf(file: Named, podman: number): string {
  const given = lookupFilled(placeOf(file, podman), 'ContainerName');
  return given?.text ?? (file.name.includes('@') ? 'systemd-%p_%i' : 'systemd-%N');
}

/** Of specifiers only %N is resolved; a name with others cannot be referred to. */
function resolvedContainerName(file: Named, podman: number): string {
  const name = containerNameOf(file, podman).replaceAll('%N', () => serviceNameOf(file, podman));
  return name.includes('%') ? '' : name;
}

export const podNameOf = (file: Named, podman: number): string =>
  lookupFilled(placeOf(file, podman), 'PodName')?.text ?? `systemd-${stemOf(file.name)}`;

/** The name of a network or volume. For a template Podman 5.7 and newer cut off the last character and append the instance. */
export function resourceNameOf(file: Named, key: 'NetworkName' | 'VolumeName', podman: number): string {
  const given = lookupFilled(placeOf(file, podman), key);
  if (given) return given.text;
  const name = `systemd-${stemOf(file.name)}`;
  return podman >= 507 && file.name.includes('@') ? `${Array.from(name).slice(0, -1).join('')}-%i` : name;
}
