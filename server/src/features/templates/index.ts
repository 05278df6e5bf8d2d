import type { FileIdentity } from '../../schema/file-identity.ts';
import { asUnitFile, type UnitFileKind } from '../../schema/file-kind.ts';
import { isUnitKind, sectionsOf, type UnitKind } from '../../schema/kinds.ts';
import { isTemplate } from '../../schema/unit-name.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import automount from './automount.json';
import device from './device.json';
import dropIn from './drop-in.json';
import { expandSnippet } from './expand.ts';
import mount from './mount.json';
import dnssd from './networks/dnssd.json';
import link from './networks/link.json';
import netdev from './networks/netdev.json';
import networkdNetwork from './networks/network.json';
import nspawn from './networks/nspawn.json';
import repart from './networks/repart.json';
import transfer from './networks/transfer.json';
import path from './path.json';
import artifact from './quadlet/artifact.json';
import build from './quadlet/build.json';
import container from './quadlet/container.json';
import image from './quadlet/image.json';
import kube from './quadlet/kube.json';
import network from './quadlet/network.json';
import pod from './quadlet/pod.json';
import volume from './quadlet/volume.json';
import scope from './scope.json';
import service from './service.json';
import slice from './slice.json';
import socket from './socket.json';
import swap from './swap.json';
import target from './target.json';
import timer from './timer.json';

/** A whole unit to begin with, in the form of snippets: `${1:default}` is what the author is asked for. */
export interface UnitTemplate {
  readonly name: string;
  /** What one types to get it. */
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly snippet: string;
}

interface Written {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

type Source = UnitKind | 'drop-in';

const sources: Readonly<Record<Source, Readonly<Record<string, Written>>>> = {
  service,
  timer,
  socket,
  path,
  mount,
  automount,
  swap,
  target,
  slice,
  scope,
  device,
  'drop-in': dropIn,
};

/** Quadlet files by kind. */
const ofQuadlets: Readonly<Record<string, Readonly<Record<string, Written>>>> = {
  container,
  pod,
  volume,
  network,
  kube,
  image,
  build,
  artifact,
};

/** Files of other programs, each with a suffix or a folder of its own, by kind. */
const ofPrograms: Readonly<Record<string, Readonly<Record<string, Written>>>> = {
  network: networkdNetwork,
  netdev,
  link,
  nspawn,
  repart,
  transfer,
  dnssd,
};

/** The templates that fit a file of any dialect; none for the settings of daemons, whose files say themselves what there is. */
export function templatesFor(path: string, identity: FileIdentity | undefined): UnitTemplate[] {
  if (!identity || asUnitFile(identity)) return unitTemplates(identity && asUnitFile(identity));
  if (identity.role === 'drop-in') return [];
  if (identity.dialect !== 'quadlet') return written(ofPrograms[identity.kind] ?? {}, undefined);
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const all = written(ofQuadlets[identity.kind] ?? {}, base);
  const isOfInstance = ({ snippet }: UnitTemplate): boolean => /%i\b/.test(snippet);
  return all.filter((template) => isOfInstance(template) === base.endsWith('@'));
}

/** Whether nothing but comments is written yet. */
export const isEmptyUnit = ({ sections, nodes }: UnitFile): boolean =>
  sections.length === 0 && !nodes.some(({ kind }) => kind === 'assignment');

/** The templates that fit a file, in the order one needs them; those of all kinds for a file whose kind is not known. */
export function unitTemplates(kind: UnitFileKind | undefined): UnitTemplate[] {
  if (!kind) return (Object.keys(sources) as Source[]).flatMap((source) => templatesOf(source, undefined));
  if (kind.role === 'drop-in')
    return templatesOf('drop-in', kind).filter((template) => fitsDropIn(template, kind.kind));
  const all = templatesOf(kind.kind, kind);
  // What speaks of an instance is for templates, and in those it comes first.
  const ofInstance = all.filter(({ snippet }) => /%i\b/.test(snippet));
  return kind.unit && isTemplate(kind.unit)
    ? [...ofInstance, ...all.filter((template) => !ofInstance.includes(template))]
    : all.filter((template) => !ofInstance.includes(template));
}

const fitsDropIn = ({ snippet }: UnitTemplate, kind: UnitKind): boolean =>
  [...snippet.matchAll(/^\[(\w+)\]$/gm)].every(([, section = '']) => sectionsOf(kind).includes(section));

function templatesOf(source: Source, kind: UnitFileKind | undefined): UnitTemplate[] {
  const unit = kind?.unit;
  const base = unit && isUnitKind(unit.kind) ? unit.text.slice(0, -unit.kind.length - 1) : undefined;
  return written(sources[source], base);
}

const written = (templates: Readonly<Record<string, Written>>, base: string | undefined): UnitTemplate[] =>
  Object.entries(templates).map(([name, { prefix, description, body }]) => ({
    name,
    prefixes: [prefix].flat(),
    description,
    snippet: base === undefined ? body.join('\n') : named(body.join('\n'), base),
  }));

/** Not every editor knows the name of the file: `${TM_FILENAME_BASE}` and what is made of it. */
const named = (snippet: string, base: string): string =>
  snippet.replace(/\$\{TM_FILENAME_BASE(?:\/[^}]*)?\}/g, (variable) =>
    expandSnippet(variable, { TM_FILENAME_BASE: base }).replace(/[\\$}]/g, '\\$&'),
  );
