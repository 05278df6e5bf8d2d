import type { UnitKind } from '../../schema/kinds.ts';
import { specialUnitsOf } from '../../schema/special-units.ts';
import { isTemplate, parseUnitName, partnerNames, type UnitName } from '../../schema/unit-name.ts';
import { valuesWritten } from '../../schema/usage.ts';
import type { Candidate, CandidateSource } from '../../values/value-type.ts';
import { bootStep } from '../hover/boot.ts';
import type { Ranked, SourcePlace } from './completion-item.ts';

/** What one writes after `WantedBy=` in units of a kind that Debian ships few of. */
const WANTING: Readonly<Record<string, readonly string[]>> = {
  service: ['multi-user.target', 'graphical.target', 'default.target'],
  socket: ['sockets.target'],
  timer: ['timers.target'],
  path: ['paths.target', 'multi-user.target'],
  mount: ['local-fs.target', 'remote-fs.target', 'multi-user.target'],
  automount: ['local-fs.target', 'remote-fs.target'],
  swap: ['swap.target'],
  target: ['multi-user.target', 'graphical.target'],
};

/** Units by name: those meant most often, the partner, the workspace's, the machine's, and what systemd always knows. */
export function unitCandidates({ kinds }: Extract<CandidateSource, { type: 'unit' }>, place: SourcePlace): Ranked[] {
  const { document, context, environment, node } = place;
  const own = document.judged?.source.identity.unit;
  const partners = new Set(own ? partnerNames(own).map((name) => name.text) : []);
  const written = new Set(node.value.text.split(/\s+/).filter((name) => name !== place.typed));
  const usual = usualUnits(place);
  const rank = (name: UnitName): number => {
    const isWanted = isInstallTarget(context.directive.key);
    const place = usual.indexOf(name.text);
    if (isWanted && place >= 0) return place;
    if (partners.has(name.text)) return 50;
    if (environment.units.get(name.text)?.fragments[0]?.origin === 'workspace') return 51;
    if (place >= 0) return 60 + place;
    return isWanted && name.kind !== 'target' ? 101 : 100;
  };
  return allNames(kinds, place)
    .filter((name) => name.text !== own?.text && !written.has(name.text))
    .map((name): Ranked => [candidateOf(name, place), rank(name)]);
}

const isInstallTarget = (key: string): boolean => /^(?:Wanted|Required|Upheld)By$/.test(key);

/** What units name most at this place; then, for what enables them, where units of this kind belong. */
function usualUnits({ context }: SourcePlace): readonly string[] {
  const written = [...valuesWritten(context).keys()];
  if (!isInstallTarget(context.directive.key)) return written;
  const targets = written.filter((name) => name.endsWith('.target'));
  return [...new Set([...targets, ...(context.manager === 'user' ? [] : (WANTING[context.kind] ?? []))])];
}

function allNames(kinds: readonly UnitKind[] | undefined, { environment, context }: SourcePlace): UnitName[] {
  const known = environment.units.names(kinds);
  const taken = new Set(known.map(({ text }) => text));
  const special = specialNames(context.version).filter(
    ({ text, kind }) => !taken.has(text) && (kinds?.includes(kind) ?? true),
  );
  return [...known, ...special];
}

function specialNames(version: number): UnitName[] {
  return specialUnitsOf(version).flatMap(({ name }) => parseUnitName(name) ?? []);
}

/** A template is completed to an instance: of the unit's own where it is a template itself. */
function candidateOf(name: UnitName, { document, environment }: SourcePlace): Candidate {
  const fragment = environment.units.get(name.text)?.fragments[0];
  const where = fragment
    ? fragment.origin === 'workspace'
      ? 'in this workspace'
      : 'on this machine'
    : 'known to systemd';
  const about = fragment?.facts.description ?? bootStep(name.text)?.what;
  const common = { label: name.text, kind: 'unit' as const };
  if (!isTemplate(name)) return { ...common, detail: about ? `${about} · ${where}` : where };
  const own = document.judged?.source.identity.unit;
  const instance = own && isTemplate(own) ? '%i' : 'instance';
  const insert = `${name.prefix}@\${1:${instance}}.${name.kind}`;
  return { ...common, detail: `template ${where}`, insert, isSnippet: true };
}
