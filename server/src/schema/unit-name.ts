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
export function parseUnitName(text: string): UnitName | undefined {
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
}

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
