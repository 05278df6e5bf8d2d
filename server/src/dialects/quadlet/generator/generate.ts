import { memoize } from '../../../text/memoize.ts';
import { beginService, type KnownKeys } from './begin.ts';
import { convertBuild } from './build.ts';
import { convertContainer } from './container.ts';
import { type Conversion, conversionOf, type QuadletFile, type Surroundings } from './conversion.ts';
import { convertKube } from './kube.ts';
import { lookupFilled } from './lookup.ts';
import { infoOf, kindOfName, orderOf, type QuadletKind, sectionOfKind, type UnitInfo } from './names.ts';
import { convertPod } from './pod.ts';
import { type ReadOptions, readQuadlets, type SyntaxProblem } from './read-files.ts';
import { Refusal } from './refusal.ts';
import { convertArtifact, convertImage, convertNetwork, convertVolume } from './resources.ts';
import type { UnitLine, UnitText } from './unit-text.ts';

export type { SyntaxProblem, TextFile } from './read-files.ts';

export interface GenerateOptions extends Surroundings, ReadOptions {
  readonly isKnownKey: KnownKeys;
  /** Files that are referred to and are not among these are taken to be there. */
  readonly areOthersThere?: boolean;
}

export interface GeneratedUnit {
  /** `web.service`. */
  readonly name: string;
  /** The Quadlet file. */
  readonly source: string;
  readonly lines: readonly UnitLine[];
  readonly text: string;
}

export interface Generated {
  readonly units: readonly GeneratedUnit[];
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
  readonly faults: readonly SyntaxProblem[];
}

/** The units of some files, each made when it is asked for. */
export interface Generator {
  /** What is made of a file, or why nothing is; undefined for one that was not read. */
  of(path: string): GeneratedUnit | Refusal | undefined;
  readonly faults: readonly SyntaxProblem[];
  /** The files that were read, in the order in which Podman makes their units. */
  readonly paths: readonly string[];
}

/** Makes the units of all files as `podman-system-generator` does, in its order. */
export function generate(options: GenerateOptions): Generated {
  const generator = createGenerator(options);
  const units: GeneratedUnit[] = [];
  const refused: { path: string; refusal: Refusal }[] = [];
  for (const path of generator.paths) {
    const made = generator.of(path)!;
    if (!(made instanceof Refusal)) units.push(made);
    else refused.push({ path, refusal: made });
    // Where Podman itself falls over, no file behind it in its order is converted.
    if (made instanceof Refusal && made.reason === 'crash') break;
  }
  return { units, refused, faults: generator.faults };
}

/** Reads all files, and makes the unit of one as soon as it is asked for, after those it refers to. */
export function createGenerator(options: GenerateOptions): Generator {
  const { podman } = options;
  const read = readQuadlets(options);
  const ordered = [...read.sources].sort((a, b) => orderOf(a.kind) - orderOf(b.kind));
  const byName = new Map(ordered.map((file) => [file.name, file]));
  const byPath = new Map(ordered.map((file) => [file.path, file]));
  const whole = memoize(read.withDropIns);
  const infoFrom = memoize((source: QuadletFile): UnitInfo => infoOf(whole(source).file, podman));
  const made = new Map<QuadletFile, GeneratedUnit | Refusal>();
  const make = (file: QuadletFile): GeneratedUnit | Refusal => {
    const known = made.get(file) ?? convert(conversionFor(file), options);
    made.set(file, known);
    return known;
  };
  /** What is made before a file, by the order of the kinds, has the name it got by then. */
  const infoFor = (name: string, order: number): UnitInfo | undefined => {
    const file = byName.get(name);
    if (file && orderOf(file.kind) < order) make(file);
    return file ? infoFrom(file) : options.areOthersThere ? likelyInfo(name, podman) : undefined;
  };
  const startedWith = (pod: string): string[] =>
    ordered.flatMap((file) => {
      if (file.kind !== 'container' || podOf(whole(file).file, podman) !== pod) return [];
      make(file);
      const { serviceName, startsWith } = infoFrom(file);
      return startsWith === pod ? [`${serviceName}.service`] : [];
    });
  const conversionFor = (source: QuadletFile): Conversion =>
    conversionOf({
      ...{ file: whole(source).file, podman, isUser: options.isUser, hasDevice: options.hasDevice },
      section: sectionOfKind(source.kind),
      info: infoFrom(source),
      units: { get: (name) => infoFor(name, orderOf(source.kind)) },
      startedWith,
    });
  return {
    get faults() {
      return [...read.faults, ...read.sources.flatMap((source) => whole(source).faults)];
    },
    paths: ordered.map(({ path }) => path),
    of(path) {
      const file = byPath.get(path);
      return file && make(file);
    },
  };
}

const podOf = ({ text }: QuadletFile, podman: number): string | undefined =>
  lookupFilled({ text, section: 'Container', podman }, 'Pod')?.text;

/** What a file that is not at hand would most likely make. */
function likelyInfo(name: string, podman: number): UnitInfo | undefined {
  const kind = kindOfName(name, podman);
  const text = { sections: [] };
  return kind && { ...infoOf({ name, kind, text }, podman), resourceName: `systemd-${name}` };
}

const CONVERT: Readonly<Record<QuadletKind, (of: Conversion) => void>> = {
  container: convertContainer,
  pod: convertPod,
  volume: convertVolume,
  network: convertNetwork,
  kube: convertKube,
  image: convertImage,
  build: convertBuild,
  artifact: convertArtifact,
};

function convert(conversion: Conversion, { isKnownKey }: Pick<GenerateOptions, 'isKnownKey'>): GeneratedUnit | Refusal {
  const { file, info } = conversion;
  try {
    beginService(conversion, isKnownKey);
    CONVERT[file.kind](conversion);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  const lines = written(conversion.service);
  const text = lines.map(lineText).join('');
  return { name: `${info.serviceName}.service`, source: file.path, lines, text };
}

const lineText = ({ key, value }: UnitLine): string => `${key === undefined ? '' : `${key}=`}${value}\n`;

const BLANK: UnitLine = { key: undefined, value: '', origins: [] };

/** The lines of a unit, a blank one between sections. */
function written({ sections }: UnitText): UnitLine[] {
  return sections.flatMap(({ name, comments, lines }, index) => {
    const header: UnitLine = { key: undefined, value: `[${name}]`, origins: [] };
    const own = name === '' ? [] : [header, ...lines];
    return [...(index === 0 ? [] : [BLANK]), ...comments, ...own];
  });
}
