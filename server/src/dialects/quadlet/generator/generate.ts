import { beginService, type KnownKeys } from './begin.ts';
import { convertBuild } from './build.ts';
import { convertContainer } from './container.ts';
import type { Conversion, QuadletFile, Surroundings } from './conversion.ts';
import { dropInsOf } from './drop-ins.ts';
import { baseOf, folderOf } from './go.ts';
import { convertKube } from './kube.ts';
import { byBytes } from './lookup.ts';
import { infoOf, kindOfName, orderOf, type QuadletKind, sectionOfKind, type UnitInfo } from './names.ts';
import { isFault, parseQuadlet, type SyntaxFault } from './parse.ts';
import { convertPod } from './pod.ts';
import { Refusal } from './refusal.ts';
import { convertArtifact, convertImage, convertNetwork, convertVolume } from './resources.ts';
import { merged, type UnitLine, type UnitText } from './unit-text.ts';

/** A file as it is on disk. */
export interface TextFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface GenerateOptions extends Surroundings {
  /** Quadlet files and drop-ins below the folders. */
  readonly files: readonly TextFile[];
  /** The folders Quadlet reads, those that count first in front; their subfolders are read with them. */
  readonly folders: readonly string[];
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

/** A file Podman cannot read; `lost` are the files of its folder, which are not read either. */
export interface SyntaxProblem extends SyntaxFault {
  readonly path: string;
  readonly lost: readonly string[];
}

export interface Generated {
  readonly units: readonly GeneratedUnit[];
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
  readonly faults: readonly SyntaxProblem[];
}

/** Makes the units of all files as `podman-system-generator` does, in its order. */
export function generate(options: GenerateOptions): Generated {
  const { sources, faults } = readSources(options);
  const withDropIns = sources.map((file) => readDropIns(file, options, faults));
  const ordered = withDropIns.sort((a, b) => orderOf(a.kind) - orderOf(b.kind));
  const infos = new Map(ordered.map((file) => [file.name, infoOf(file, options.podman)]));
  const units = options.areOthersThere ? withOthers(infos, options.podman) : infos;
  const made: GeneratedUnit[] = [];
  const refused: { path: string; refusal: Refusal }[] = [];
  for (const file of ordered) {
    const converted = convert(file, units, options);
    if (converted instanceof Refusal) refused.push({ path: file.path, refusal: converted });
    else made.push(converted);
    // Where Podman itself falls over, no file behind it in its order is converted.
    if (converted instanceof Refusal && converted.reason === 'crash') break;
  }
  return { units: made, refused, faults };
}

/** What a file that is not at hand would most likely make. */
function withOthers(infos: ReadonlyMap<string, UnitInfo>, podman: number): Conversion['units'] {
  return {
    get(name) {
      const kind = kindOfName(name, podman);
      const text = { sections: [] };
      return infos.get(name) ?? (kind && { ...infoOf({ name, kind, text }, podman), resourceName: `systemd-${name}` });
    },
  };
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

function convert(
  file: QuadletFile,
  units: Conversion['units'],
  { podman, isUser, hasDevice, isKnownKey }: GenerateOptions,
): GeneratedUnit | Refusal {
  const info = units.get(file.name)!;
  const section = sectionOfKind(file.kind);
  const conversion: Conversion = { file, section, info, units, podman, isUser, hasDevice, service: file.text };
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

interface Sources {
  readonly sources: readonly QuadletFile[];
  readonly faults: SyntaxProblem[];
}

/** Reads the Quadlet files of each folder; the first of a name counts, and one that cannot be read costs its whole folder. */
function readSources({ files, folders, podman }: GenerateOptions): Sources {
  const seen = new Set<string>();
  const sources: QuadletFile[] = [];
  const faults: SyntaxProblem[] = [];
  for (const folder of unitFolders(files, folders)) {
    const own = files.filter(({ path }) => folderOf(path) === folder && kindOfName(baseOf(path), podman));
    const read = own
      .filter(({ path }) => !seen.has(baseOf(path)))
      .sort((a, b) => byBytes(baseOf(a.path), baseOf(b.path)))
      .map(({ path, text }) => ({ path, read: parseQuadlet(path, text) }));
    const good = read.flatMap((each) => (isFault(each.read) ? [] : [{ path: each.path, text: each.read }]));
    for (const { path } of good) seen.add(baseOf(path));
    const faulty = read.flatMap(({ path, read: fault }) => (isFault(fault) ? [{ ...fault, path }] : []));
    faults.push(...faulty.map((fault) => ({ ...fault, lost: good.map(({ path }) => path) })));
    if (faulty.length === 0)
      sources.push(
        ...good.map(({ path, text }) => {
          const name = baseOf(path);
          return { path, name, kind: kindOfName(name, podman)!, text };
        }),
      );
  }
  return { sources, faults };
}

/** The folders and all below them that are not of drop-ins, each followed by its own, by name. */
function unitFolders(files: readonly TextFile[], folders: readonly string[]): string[] {
  const all = new Set<string>();
  for (const { path } of files)
    for (let folder = folderOf(path); folder !== '/'; folder = folderOf(folder)) all.add(folder);
  const isRead = (folder: string, root: string): boolean =>
    folder === root ||
    (folder.startsWith(`${root}/`) &&
      !folder
        .slice(root.length)
        .split('/')
        .some((part) => part.endsWith('.d')));
  const sorted = [...all].sort((a, b) => byBytes(a.replaceAll('/', '\0'), b.replaceAll('/', '\0')));
  return [...new Set(folders.flatMap((root) => sorted.filter((folder) => isRead(folder, root))))];
}

/** The file with its drop-ins; of one that cannot be read nothing is taken. */
function readDropIns(
  file: QuadletFile,
  { files, folders, podman }: GenerateOptions,
  faults: SyntaxProblem[],
): QuadletFile {
  const list = (folder: string): string[] =>
    files.filter(({ path }) => folderOf(path) === folder).map(({ path }) => baseOf(path));
  const paths = dropInsOf(file.name, unitFolders(files, folders), { podman, list });
  const text = paths.reduce((so, path) => {
    const read = parseQuadlet(path, files.find((each) => each.path === path)!.text);
    if (!isFault(read)) return merged(so, read);
    faults.push({ ...read, path, lost: [] });
    return so;
  }, file.text);
  return { ...file, text };
}
