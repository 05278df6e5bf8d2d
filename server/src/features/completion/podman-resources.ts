import type { Candidate, PodmanResource } from '../../values/value-type.ts';
import type { QuadletText } from '../environment.ts';
import type { Ranked, SourcePlace } from './completion-item.ts';

/** The suffixes of Quadlet files that may be named for a resource. */
const SUFFIXES: Readonly<Record<PodmanResource, readonly string[]>> = {
  image: ['image', 'build'],
  volume: ['volume'],
  network: ['network', 'container'],
  pod: ['pod'],
  secret: [],
};

/** The key of other files that names a resource, and the name in its value. */
const NAMED: Readonly<Partial<Record<PodmanResource, { readonly key: string; readonly name: RegExp }>>> = {
  image: { key: 'Image', name: /^([^\s%$]+)$/ },
  volume: { key: 'Volume', name: /^([a-zA-Z0-9][\w.-]*):/ },
  network: { key: 'Network', name: /^([a-zA-Z0-9][\w.-]*)/ },
  secret: { key: 'Secret', name: /^([^\s,%$=]+)/ },
};

/** Quadlet files that make such a thing, then what other files name, then what Podman has. */
export async function podmanCandidates(resource: PodmanResource, place: SourcePlace): Promise<Ranked[]> {
  const { document, environment } = place;
  const others = (environment.quadlets ?? []).filter(({ path }) => path !== document.path);
  const local = (await environment.podman?.(resource)) ?? [];
  const found = new Map<string, Ranked>();
  const offer = (label: string, rank: number, detail: string): void => {
    const candidate: Candidate = { label, kind: 'value', detail };
    if (!found.has(label)) found.set(label, [candidate, rank]);
  };
  for (const name of filesFor(resource, others)) offer(name, 0, 'Quadlet file');
  for (const name of namesIn(resource, others)) offer(name, 1, 'in another Quadlet file');
  for (const name of local) offer(name, 2, 'of this machine');
  return [...found.values()];
}

const nameOf = ({ path }: QuadletText): string => path.slice(path.lastIndexOf('/') + 1);

const filesFor = (resource: PodmanResource, files: readonly QuadletText[]): readonly string[] =>
  SUFFIXES[resource].flatMap((suffix) =>
    files
      .map(nameOf)
      .filter((name) => name.endsWith(`.${suffix}`))
      .sort(),
  );

function namesIn(resource: PodmanResource, files: readonly QuadletText[]): readonly string[] {
  const named = NAMED[resource];
  if (!named) return [];
  const values = files.flatMap(({ text }) => valuesOf(text, `${named.key}=`));
  const names = values.flatMap((value) => named.name.exec(value)?.slice(1) ?? []);
  // Files were offered with what they are.
  return [...new Set(names)].filter((name) => !SUFFIXES[resource].some((suffix) => name.endsWith(`.${suffix}`))).sort();
}

const valuesOf = (text: string, start: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const assignment = line.trim();
    return assignment.startsWith(start) ? [assignment.slice(start.length).trim()] : [];
  });
