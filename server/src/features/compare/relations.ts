import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { traitsOf } from '../../values/traits.ts';
import type { Directive } from '../../values/value-type.ts';
import type { RunningDifference, Shown } from './running.ts';
import type { Setting } from './settings-in-force.ts';

/** Whether a directive names units that its unit depends on, or that come before or after it. */
export const isRelation = (section: string, directive: Directive): boolean =>
  section === 'Unit' && traitsOf(directive)?.holds === 'units';

/** Relations that were added since, and relations that are gone. */
export function relationDifferences(
  unit: LoadedUnit,
  settings: ReadonlyMap<string, Setting>,
  shown: Shown,
): RunningDifference[] {
  const set = [...settings.values()].filter(({ section, directive }) => isRelation(section, directive));
  const keys = new Set([...set.map(({ key }) => key), ...(shown.relations?.keys() ?? [])]);
  return [...keys].flatMap((key): RunningDifference[] => {
    const entries = set.find((setting) => setting.key === key)?.entries ?? [];
    const running = goneNames(unit, { key, names: entries.map(({ form }) => form) }, shown);
    const added = addedTo(entries, key, shown);
    if (running.length + added.length === 0) return [];
    const files = added.map(({ form }) => form);
    const places = added.map(({ place }) => place);
    return [{ section: 'Unit', key, property: key, running, files, places, effect: 'reload' }];
  });
}

/** A unit has relations from elsewhere, by default and from other units: of what files say only what is missing says something. */
function addedTo(entries: Setting['entries'], key: string, { unit, nameOf }: Shown): Setting['entries'] {
  const running = (unit.get(key) ?? []).flatMap((line) => line.split(' '));
  return entries.filter(
    ({ form }) => !form.includes('%') && !running.includes(form) && !running.includes(nameOf(form)),
  );
}

/** Those that the manager read in files, and neither a file nor a folder of links gives any more. */
function goneNames(
  { files, version }: LoadedUnit,
  { key, names }: { readonly key: string; readonly names: readonly string[] },
  { relations, linked = [], nameOf }: Shown,
): string[] {
  const directive = files[0]!.directives.find('Unit', key, version);
  if (!directive || !isRelation('Unit', directive) || names.some((name) => name.includes('%'))) return [];
  const links = linked.flatMap((link) => (link.key === key ? [link.name] : []));
  const now = new Set([...names, ...links].map(nameOf));
  return (relations?.get(key) ?? []).filter((name) => !now.has(name) && !isImplied(name));
}

/**
 * systemd counts what other settings of a file imply as said by the file: its slice, the mounts of its paths, its sockets, and what
 * comes before those (unit_add_exec_dependencies in unit.c, mount.c and timer.c of systemd).
 */
const isImplied = (name: string): boolean =>
  /\.(?:slice|mount|automount|swap|device|scope|socket)$/.test(name) || IMPLIED.test(name);

const IMPLIED =
  /^(?:(?:systemd-(?:tmpfiles-setup|remount-fs|udevd|quotacheck|fsck|growfs|makefs)|modprobe|quotacheck)[@.-]|(?:local|remote)-fs|(?:network|swap|umount|time-set|time-sync)\.target$)/;
