import {
  instanceTemplate,
  isInstance,
  parseUnitName,
  templateOf,
  type UnitName,
  withKind,
} from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import { oncePer } from '../text/once-per.ts';
import { atOnce, inTimeSlices, type TimeSliced } from '../text/time-slices.ts';
import type { IndexedFile } from './indexed-file.ts';
import { MOUNTS_FOR } from './relation-kinds.ts';
import type { MadeFacts, Relation } from './relations.ts';
import { type ResolvedUnit, resolveUnit, unitMeant, type Viewpoint } from './resolve-unit.ts';
import { filesOf, namesOfTree, type ResolvedUnits, resolvedUnits, unitsOfFile } from './resolved-units.ts';
import type { UnitIndex } from './unit-index.ts';

/** One unit naming another, by a directive, a link in a folder, or because its kind does so by itself. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  /** Where it is said; undefined for what comes by itself. */
  readonly file?: IndexedFile;
  readonly at?: Relation;
}

/** The relations of units as seen from one place. */
export interface UnitGraph {
  readonly view: Viewpoint | undefined;
  /** Whether the machine's units are known, so that what is not there can be called missing. */
  readonly knowsMachine: boolean;
  unit(name: string): ResolvedUnit | undefined;
  /** What a unit says of others. */
  outgoing(name: string): readonly Edge[];
  /** What others say of a unit, under any of its names. */
  incoming(name: string): readonly Edge[];
  /** The same of a unit that thousands may name. */
  incomingInSlices(name: string): TimeSliced<readonly Edge[]>;
  /** The units of its own tree, by name. */
  names(): readonly string[];
}

/** The same graph for all files of one place until the index changes. */
export const unitGraph = (index: UnitIndex, view?: Viewpoint): UnitGraph => graphsOf(index)(resolvedUnits(index, view));

const graphsOf = memoize((index: UnitIndex) =>
  memoize((resolved: ResolvedUnits): UnitGraph => createGraph(index, resolved)),
);

function createGraph(index: UnitIndex, { view, unit }: ResolvedUnits): UnitGraph {
  const edges = new Map<string, readonly Edge[]>();
  /** The unit that one means by a name; of the mounts a path may lie on those count that are there. */
  const meantBy = (from: string): Meaning => {
    const meant = oncePer((name) => unitMeant(index, name, view));
    const isThere = (to: string): boolean => to !== from && unit(to)?.state === 'loaded';
    return (key, name) => {
      const to = meant(name);
      return MOUNTS_FOR.has(key) && !isThere(to) ? undefined : to;
    };
  };
  return {
    view,
    knowsMachine: index.knowsMachine,
    unit,
    outgoing(name) {
      const known = edges.get(name);
      if (known) return known;
      const resolved = unit(name);
      const found = resolved
        ? [...declared(resolved, meantBy(resolved.name.text)), ...inherent(resolved), ...startedWith(index, resolved)]
        : [];
      edges.set(name, found);
      return found;
    },
    incoming: (name) => atOnce(incoming(index, unit(name))),
    incomingInSlices: (name) => incoming(index, unit(name)),
    names: () => namesOfTree(index, view?.tree ?? '').map(({ text }) => text),
  };
}

/** In an instance the names that a template gives with its own instance left open are filled in. */
const instantiate = (target: string, { instance }: UnitName): string =>
  instance && target.includes('@.') ? target.replace('@.', `@${instance}.`) : target;

/** The unit that is meant by a name under a key, or undefined where that does not count. */
type Meaning = (key: string, name: string) => string | undefined;

function declared(unit: ResolvedUnit, meant: Meaning): Edge[] {
  const from = unit.name.text;
  const edges: Edge[] = [];
  if (unit.state === 'masked') return edges;
  for (const file of filesOf(unit)) {
    for (const at of file.facts.relations) {
      const to = meant(at.key, instantiate(at.target, unit.name));
      if (to !== undefined) edges.push({ from, to, key: at.key, file, at });
    }
  }
  for (const file of unit.links) {
    const { key } = file.link!;
    const to = meant(key, linkTarget(file, unit.name));
    if (to !== undefined) edges.push({ from, to, key, file });
  }
  return edges;
}

const linkTarget = ({ link }: IndexedFile, name: UnitName): string => instantiate(link!.name, name);

/** What a timer, path, socket or automount unit starts when it does not say so. */
export function triggered(unit: ResolvedUnit): string | undefined {
  const { name } = unit;
  const files = filesOf(unit);
  const named = (key: string): Relation[] =>
    files.flatMap(({ facts }) => facts.relations.filter((relation) => relation.key === key));
  switch (name.kind) {
    case 'timer':
    case 'path':
      return instantiate(named('Unit')[0]?.target ?? withKind(name, 'service'), name);
    case 'socket': {
      const accept = files.reduce<boolean | undefined>((known, { facts }) => facts.accept ?? known, undefined);
      if (accept) return `${name.prefix}@.service`;
      return named('Service').at(-1)?.target ?? withKind(name, 'service');
    }
    case 'automount':
      return withKind(name, 'mount');
    default:
      return undefined;
  }
}

/** The last that the files of a unit say of how another program makes it. */
function lastMade<T>(unit: ResolvedUnit, find: (made: MadeFacts) => T | undefined): T | undefined {
  if (!unit.fragment?.source) return undefined;
  return [unit.fragment, ...unit.sourceDropIns].reduce<T | undefined>(
    (known, { facts: { made } }) => (made && find(made)) ?? known,
    undefined,
  );
}

/** What another program adds to the unit it makes. */
const addedTo = (unit: ResolvedUnit): Edge[] =>
  lastMade(unit, ({ added }) => added)?.map(({ key, target }) => ({ from: unit.name.text, to: target, key })) ?? [];

/** The file whose unit starts this one with its own. */
const startedBy = (unit: ResolvedUnit): string | undefined =>
  lastMade(unit, ({ isStarted }) => isStarted) === false ? undefined : lastMade(unit, (made) => made.startedBy);

const STARTED_WITH = ['Wants', 'Before'];

/** Where a unit names the file whose unit starts it. */
function startingPlace(unit: ResolvedUnit, source: string): Pick<Edge, 'file' | 'at'> {
  const file = filesOf(unit)
    .filter(({ facts }) => facts.made?.startedBy === source)
    .at(-1);
  const at = file?.facts.relations.find(({ target }) => target === source);
  return { ...(file && { file }), ...(at && { at }) };
}

/** The units that a unit pulls in and comes before because their files say so: the containers of a pod. */
function startedWith(index: UnitIndex, { name, fragment }: ResolvedUnit): Edge[] {
  const source = fragment?.source?.name;
  if (source === undefined) return [];
  const naming = byPath(index.naming(source).filter(({ tree }) => tree === fragment?.tree));
  const units = new Set(naming.flatMap((file) => unitsOfFile(index, file.path)));
  return [...units].flatMap((unit) =>
    startedBy(unit) === source
      ? STARTED_WITH.map((key) => ({ from: name.text, to: unit.name.text, key, ...startingPlace(unit, source) }))
      : [],
  );
}

function inherent(unit: ResolvedUnit): Edge[] {
  const added = addedTo(unit);
  if (added.length > 0) return added;
  const target = unit.state === 'loaded' ? triggered(unit) : undefined;
  if (target === undefined) return [];
  const said = filesOf(unit).some(({ facts }) =>
    facts.relations.some(({ key }) => (key === 'Unit' || key === 'Service') && unit.name.kind !== 'service'),
  );
  return said ? [] : [{ from: unit.name.text, to: target, key: 'Triggers' }];
}

/** Each once. The index has them in the order in which they came, or were edited last. */
const byPath = (files: readonly IndexedFile[]): IndexedFile[] =>
  [...new Set(files)].sort((a, b) => (a.path < b.path ? -1 : 1));

function* incoming(index: UnitIndex, unit: ResolvedUnit | undefined): TimeSliced<Edge[]> {
  if (!unit) return [];
  const isLoaded = unit.state === 'loaded';
  const source = unit.fragment?.source?.name;
  const names = [
    ...[unit.name.text, ...unit.aliases],
    ...(isInstance(unit.name) ? [templateOf(unit.name)] : []),
    ...(source === undefined ? [] : [source]),
  ];
  const isMeant = (target: string): boolean => names.includes(target) || instanceTemplate(target) === unit.name.text;
  const found: Edge[] = [];
  yield* inTimeSlices(byPath(names.flatMap((name) => index.naming(name))), (file) => {
    if (isSecondName(index, file)) return;
    const from = unitMeant(index, file.owner, file);
    if (file.link && isMeant(file.link.name)) {
      found.push({ from, to: unit.name.text, key: file.link.key, file });
    }
    for (const at of file.facts.relations) {
      if (MOUNTS_FOR.has(at.key) && (!isLoaded || from === unit.name.text)) continue;
      if (isMeant(at.target)) found.push({ from, to: unit.name.text, key: at.key, file, at });
    }
  });
  return [...found, ...triggeredBy(index, unit), ...startingIt(index, unit)];
}

/** What pulls in a unit because the unit's own file says so. */
function startingIt(index: UnitIndex, unit: ResolvedUnit): Edge[] {
  const source = startedBy(unit);
  if (source === undefined) return [];
  const from = unitMeant(index, source, unit.fragment);
  return STARTED_WITH.map((key) => ({ from, to: unit.name.text, key, ...startingPlace(unit, source) }));
}

/** A link to a unit file that is known by its own path: `systemctl link` makes such, and what it says is said there. */
const isSecondName = (index: UnitIndex, { role, target }: IndexedFile): boolean =>
  role !== 'link' && target !== undefined && index.file(target) !== undefined;

/** Units of the same name that start this one without saying so. */
function triggeredBy(index: UnitIndex, { name }: ResolvedUnit): Edge[] {
  const kinds =
    name.kind === 'service'
      ? (['timer', 'socket', 'path'] as const)
      : name.kind === 'mount'
        ? (['automount'] as const)
        : [];
  return kinds.flatMap((kind) => {
    const partners = [
      withKind(name, kind),
      ...(kind === 'socket' && name.instance !== undefined ? [`${name.prefix}.socket`] : []),
    ];
    return partners.flatMap((text): Edge[] => {
      const partner = parseUnitName(text);
      const file = index.get(text)?.fragments.find((each) => !isSecondName(index, each));
      if (!partner || !file) return [];
      const resolved = resolveUnit(index, partner, file);
      const edge = inherent(resolved)[0];
      const hit = edge && (edge.to === name.text || edge.to === templateOf(name));
      return hit ? [{ from: text, to: name.text, key: 'Triggers', file }] : [];
    });
  });
}
