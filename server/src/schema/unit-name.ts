import { remembered } from '../text/remembered.ts';
import { isUnitKind, type UnitKind } from './kinds.ts';

/** A unit name taken apart: `prefix@instance.kind`; see systemd.unit(5). */
export interface UnitName {
  readonly text: string;
  readonly prefix: string;
  /** Undefined for a plain unit, empty for a template. */
  readonly instance: string | undefined;
  readonly kind: UnitKind;
}

/** UNIT_NAME_MAX of systemd's src/basic/unit-def.h, NUL excluded. */
export const UNIT_NAME_MAX = 255;

const VALID_CHARACTERS = /^[0-9A-Za-z:_.\\@-]+$/;

/** Takes a name apart by systemd's rules (`unit_name_is_valid()`, src/basic/unit-name.c); undefined when it is none. */
export const parseUnitName = remembered((text: string): UnitName | undefined => {
  if (text.length === 0 || text.length > UNIT_NAME_MAX) return undefined;
  const dot = text.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const kind = text.slice(dot + 1);
  const stem = text.slice(0, dot);
  if (!isUnitKind(kind) || !VALID_CHARACTERS.test(stem)) return undefined;
  const at = stem.indexOf('@');
  if (at < 0) return { text, prefix: stem, instance: undefined, kind };
  if (at === 0) return undefined;
  return { text, prefix: stem.slice(0, at), instance: stem.slice(at + 1), kind };
});

export const isTemplate = (name: UnitName): boolean => name.instance === '';
export const isInstance = (name: UnitName): boolean => name.instance !== undefined && name.instance !== '';

/** `getty@.service` for `getty@tty1.service`. */
export const templateOf = (name: UnitName): string => `${name.prefix}@.${name.kind}`;

/** The template of a text that is the name of an instance. */
export function instanceTemplate(text: string): string | undefined {
  const at = text.indexOf('@');
  const dot = text.lastIndexOf('.');
  return at > 0 && dot > at + 1 ? `${text.slice(0, at)}@${text.slice(dot)}` : undefined;
}

/** The same name with another suffix: what `backup.timer` starts unless it says otherwise. */
export const withKind = (name: UnitName, kind: UnitKind): string =>
  `${name.text.slice(0, name.text.lastIndexOf('.'))}.${kind}`;

/**
 * The names whose folders (`NAME.d/`, `NAME.wants/`) count for a unit, the most telling first: its own, its template's,
 * then those of ever shorter prefixes. `unit_file_find_dirs()`, src/shared/dropin.c. The kind's folder comes last, and
 * only after those of the aliases: it is not among them.
 */
export function dropInOwners(name: UnitName): string[] {
  const found = new Set<string>();
  addOwners(name, found);
  return [...found];
}

function addOwners(name: UnitName, found: Set<string>): void {
  const { prefix, kind } = name;
  found.add(name.text);
  if (isInstance(name)) addOwners({ prefix, kind, instance: '', text: templateOf(name) }, found);
  const dash = prefix.lastIndexOf('-', prefix.length - 2);
  if (dash <= 0) return;
  const shorter = prefix.slice(0, dash + 1);
  // A template's instance is empty, so that its prefixes are those of plain units.
  const instance = name.instance || undefined;
  const text = instance === undefined ? `${shorter}.${kind}` : `${shorter}@${instance}.${kind}`;
  addOwners({ prefix: shorter, kind, instance, text }, found);
}

/** What a timer, socket or path unit starts when it does not say so, and back: same name, other kind. */
export const partnerKinds: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  timer: ['service'],
  socket: ['service'],
  path: ['service'],
  service: ['timer', 'socket', 'path'],
  automount: ['mount'],
  mount: ['automount'],
};

/** `foo.service` for `foo.timer`; `foo@.service` for `foo.socket` with `Accept=yes` is the caller's to know. */
export const partnerNames = (name: UnitName): UnitName[] =>
  (partnerKinds[name.kind] ?? []).flatMap((kind) => parseUnitName(withKind(name, kind)) ?? []);
