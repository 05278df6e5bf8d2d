import { unescapePath } from '../../schema/escape.ts';
import type { UnitKind } from '../../schema/kinds.ts';
import { parseUnitName, partnerKinds, templateOf, type UnitName, withKind } from '../../schema/unit-name.ts';
import { dropInsOfUnit } from '../../units/resolved-units.ts';
import { type Edge, triggered, type UnitGraph, unitGraph } from '../../units/unit-graph.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { folderOf } from '../../units/unit-location.ts';
import type { Document } from '../document.ts';
import { ownUnit, viewOf } from './unit-at.ts';

/** A unit one wants to go to from another. */
export interface RelatedUnit {
  readonly name: string;
  /** What it is to the other: `starts`, `started by`, `wanted by` … */
  readonly relation: string;
  /** Its file; undefined when there is none yet. */
  readonly path?: string;
  /** Where it would be made, and with which text. */
  readonly create?: { readonly path: string; readonly text: string };
}

const TRIGGERING = new Set(['Triggers', 'Unit', 'Service', 'Sockets']);

/**
 * Partners first: what the unit starts and what starts it, then its fragment and drop-ins, then targets it is
 * installed in. A missing partner is offered to be made.
 */
export function relatedUnits(document: Document, index: UnitIndex): RelatedUnit[] {
  const name = ownUnit(document, index);
  if (!name) return [];
  const graph = unitGraph(index, viewOf(document, index));
  const own = graph.unit(name.text);
  const found = [
    ...files(own?.fragment && own.fragment.path !== document.path ? [own.fragment] : [], 'fragment'),
    ...startedUnits(graph, name),
    ...graph
      .incoming(name.text)
      .filter(({ key }) => TRIGGERING.has(key))
      .map(({ from }) => existing(graph, from, 'started by')),
    ...files(own ? dropInsOfUnit(own).filter(({ path }) => path !== document.path) : [], 'drop-in'),
    ...graph
      .outgoing(name.text)
      .filter(isInstallation)
      .map(({ to, key }) => existing(graph, to, key === 'WantedBy' ? 'wanted by' : 'required by')),
  ].filter((unit) => unit !== undefined);
  const known = [...new Map(found.reverse().map((unit) => [unit.path ?? unit.name, unit])).values()].reverse();
  return [...known, ...missing(document, { name, known, graph })];
}

const isInstallation = ({ key }: Edge): boolean => key === 'WantedBy' || key === 'RequiredBy';

const files = (found: readonly { path: string; owner: string }[], relation: string): RelatedUnit[] =>
  found.map(({ path, owner }) => ({ name: owner, relation, path }));

function startedUnits(graph: UnitGraph, { text }: UnitName): (RelatedUnit | undefined)[] {
  const unit = graph.unit(text);
  const target = unit && triggered(unit);
  const named = graph.outgoing(text).filter(({ key }) => key === 'Sockets');
  return [
    ...(target === undefined ? [] : [existing(graph, target, 'starts')]),
    ...named.map(({ to }) => existing(graph, to, 'socket')),
  ];
}

function existing(graph: UnitGraph, name: string, relation: string): RelatedUnit | undefined {
  const fragment = graph.unit(name)?.fragment;
  return fragment && { name, relation, path: fragment.path };
}

interface Known {
  readonly name: UnitName;
  readonly known: readonly RelatedUnit[];
  readonly graph: UnitGraph;
}

/** What a timer, socket or path starts, when it is not there; for a service the three that may start it. */
function missing(document: Document, { name, known, graph }: Known): RelatedUnit[] {
  // Beside the file of another program nobody looks for units.
  if (!document.judged?.source.identity.unit) return [];
  const unit = graph.unit(name.text);
  const starts = unit && triggered(unit);
  const kinds: readonly UnitKind[] = name.kind === 'service' ? (partnerKinds.service ?? []) : [];
  const wanted = starts === undefined ? kinds.map((kind) => withKind(name, kind)) : [starts];
  const folder =
    document.judged?.source.identity.role === 'drop-in' ? folderOf(folderOf(document.path)) : folderOf(document.path);
  return wanted.flatMap((text): RelatedUnit[] => {
    const partner = parseUnitName(text);
    if (!partner || known.some((other) => other.name === text) || graph.unit(text)?.fragment) return [];
    const file = partner.instance ? templateOf(partner) : text;
    const relation = starts === undefined ? 'would start it' : 'starts';
    return [{ name: text, relation, create: { path: `${folder}/${file}`, text: newUnitText(partner, name) } }];
  });
}

/** The text a new unit begins with when it is made for another one. */
export function newUnitText(name: UnitName, partner: UnitName): string {
  const title = name.instance === undefined ? name.prefix : `${name.prefix} %i`;
  return `[Unit]\n${description(name, partner, title)}\n\n${body(name)}`;
}

const description = ({ kind }: UnitName, partner: UnitName, title: string): string =>
  kind === 'service' || kind === 'mount' ? `Description=${title}` : `Description=Start ${partner.text} ${when(kind)}`;

const when = (kind: string): string =>
  kind === 'timer' ? 'daily' : kind === 'path' ? 'when its path changes' : 'on the first connection';

function body({ kind, prefix }: UnitName): string {
  switch (kind) {
    case 'timer':
      return '[Timer]\nOnCalendar=daily\nPersistent=yes\n\n[Install]\nWantedBy=timers.target\n';
    case 'socket':
      return `[Socket]\nListenStream=/run/${prefix}.sock\n\n[Install]\nWantedBy=sockets.target\n`;
    case 'path':
      return `[Path]\nPathChanged=/var/lib/${prefix}\n\n[Install]\nWantedBy=paths.target\n`;
    case 'mount':
      return `[Mount]\nWhat=/dev/disk/by-label/${prefix}\nWhere=${unescapePath(prefix) ?? '/'}\n`;
    default:
      return '[Service]\nType=oneshot\nExecStart=/bin/true\n';
  }
}
