import { type UnitKind, unitKinds } from '../../schema/kinds.ts';
import { specialUnits } from '../../schema/special-units.ts';
import { isTemplate, parseUnitName, UNIT_NAME_MAX, type UnitName } from '../../schema/unit-name.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { Located } from '../located.ts';
import { type Consequence, type Fault, faultAt, nameOf, quoted } from '../problem.ts';
import { expandReference, resolve } from '../resolve.ts';
import type { Completion, Reference, ValueContext, ValueProblem } from '../value-type.ts';
import { wordAround } from '../word-list.ts';

/** Kinds that may have templates and instances (`unit_vtable[]->…can_template`); the others are plain. */
const WITH_INSTANCES: readonly UnitKind[] = ['service', 'socket', 'timer', 'path', 'target'];

interface UnitNameRules {
  readonly consequence: Consequence;
  /** Kinds that may be named; all when not given. */
  readonly kinds?: readonly UnitKind[];
  /** A template without instance is none: here systemd has nothing to fill in. */
  readonly noTemplate?: boolean;
}

type NamedUnit =
  | { readonly name: UnitName; readonly problem?: undefined }
  | { readonly name?: undefined; readonly problem: ValueProblem };

/** The unit a text names, specifiers replaced, or why systemd takes it for none. */
export function readUnitName(source: Located, context: ValueContext, rules: UnitNameRules): NamedUnit {
  const { consequence } = rules;
  const resolved = resolve(source, context, { consequence, set: 'names', limit: UNIT_NAME_MAX });
  if (resolved.problem) return resolved;
  const name = parseUnitName(resolved.value.text);
  if (!name) return { problem: invalidName(source, resolved.value, context, rules) };
  if (rules.kinds && !rules.kinds.includes(name.kind)) {
    const what = `${nameOf(context)} takes a ${rules.kinds.join(' or ')} unit, not a ${name.kind}`;
    return { problem: faultAt(source.span(), { rule: 'unit-kind', consequence, what }) };
  }
  if (name.instance !== undefined && !WITH_INSTANCES.includes(name.kind)) {
    const what = `A ${name.kind} unit cannot be a template or an instance, as ${quoted(name.text)} would be`;
    return { problem: faultAt(source.span(), { rule: 'unit-name-invalid', consequence, what }) };
  }
  if (rules.noTemplate && isTemplate(name)) {
    const what = `${quoted(name.text)} is a template; ${nameOf(context)} needs one of its instances`;
    const remedy = 'Write the instance between @ and the dot.';
    return { problem: faultAt(source.span(), { rule: 'unit-name-invalid', consequence, what, remedy }) };
  }
  return { name };
}

function invalidName(source: Located, expanded: Located, context: ValueContext, rules: UnitNameRules): ValueProblem {
  const common = { rule: 'unit-name-invalid', consequence: rules.consequence } as const;
  const { text } = expanded;
  if (text === '') return faultAt(source.span(), { ...common, what: `${nameOf(context)} needs the name of a unit` });
  const bad = /[^0-9A-Za-z:_.\\@-]/.exec(text);
  if (bad) return withBadCharacter(source, expanded, common);
  const kind = rules.kinds?.[0] ?? 'service';
  const dot = text.lastIndexOf('.');
  const suffix = dot < 0 ? '' : text.slice(dot + 1);
  const plain = expanded.text === source.text;
  if (dot < 0 && text !== '') {
    const known = plain ? knownUnit(text, rules.kinds ?? unitKinds) : undefined;
    const full = known ?? `${text}.${kind}`;
    return faultAt(source.span(), {
      ...common,
      what: `${quoted(text)} has no suffix that tells its kind`,
      remedy: known ? `Did you mean ${full}?` : `Write it in full, as in ${full}.`,
      ...(plain ? { replacement: full, isGuess: !(known || rules.kinds?.length === 1) } : {}),
    });
  }
  if (dot === 0 || text.startsWith('@'))
    return faultAt(source.span(), {
      ...common,
      what: `${quoted(text)} has no name before ${text[0] === '@' ? '@' : 'the dot'}`,
    });
  const guess = nearest(suffix, rules.kinds ?? unitKinds);
  const replacement = plain && guess ? { replacement: `${text.slice(0, dot)}.${guess}` } : {};
  const remedy = guess ? `Did you mean .${guess}?` : `Add the suffix of its kind, as in ${text}.${kind}.`;
  return faultAt(source.span(), {
    ...common,
    what: `${quoted(text)} does not end in the suffix of a unit`,
    remedy,
    ...replacement,
  });
}

/** `network.target` for `network`: a unit systemd itself knows under that name. */
function knownUnit(stem: string, kinds: readonly UnitKind[]): string | undefined {
  const candidates = ['target' as const, ...kinds]
    .filter((kind) => kinds.includes(kind))
    .map((kind) => `${stem}.${kind}`);
  return candidates.find((name) => specialUnits().has(name));
}

/** What is wrong at the first character that cannot stand in a name; where the whole has an answer, all of it. */
function withBadCharacter(
  source: Located,
  expanded: Located,
  common: Pick<Fault, 'rule' | 'consequence'>,
): ValueProblem {
  const { text } = expanded;
  const bad = /[^0-9A-Za-z:_.\\@-]/.exec(text)!;
  const said = { ...common, ...badCharacter(text, bad[0]) };
  const replacement = expanded.text === source.text ? namesIn(text) : undefined;
  const at = expanded.span(bad.index, bad.index + bad[0].length);
  return faultAt(at, replacement === undefined ? said : { ...said, replacement, replaces: source.span() });
}

/** `a.service,b.service`, `"a.service"` and `/etc/systemd/system/a.service` name units all the same. */
function namesIn(text: string): string | undefined {
  const names = text
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^(\/etc|\/usr\/lib|\/lib|\/run)\/systemd\/(system|user)\//, '')
    .split(',')
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => parseUnitName(name)) ? names.join(' ') : undefined;
}

function badCharacter(text: string, char: string): { what: string; remedy: string } {
  const what = `"${char}" cannot be part of a unit name`;
  if (char === ',') return { what, remedy: 'Separate names by blanks.' };
  if (char === '"' || char === "'") return { what, remedy: 'Quotes are part of the name here: leave them out.' };
  if (char === '/') return { what, remedy: 'Name the unit, not its file; systemd-escape writes a path as a name.' };
  if (char === '%') return { what, remedy: 'A specifier needs a letter after the percent sign.' };
  if (/\s/.test(char))
    return { what, remedy: `${text.trim() === text ? 'Only one unit can be named here.' : 'Remove it.'}` };
  return { what, remedy: 'Letters, digits, ":", "-", "_", ".", "@" and "\\" can.' };
}

/** Units for the word around an offset. */
export function completeUnit(text: string, offset: number, kinds?: readonly UnitKind[]): Completion {
  return {
    ...wordAround(text, offset),
    items: [],
    sources: [kinds ? { type: 'unit', kinds } : { type: 'unit' }, { type: 'specifier' }],
  };
}

/**
 * The unit a text points to. A template named without instance is filled in as systemd does (unit_name_printf); in a
 * template, where the instance is not known, it stays the template.
 */
export function unitReference(source: Located, context: ValueContext): Reference | undefined {
  const inTemplate = context.unit?.instance === '';
  const open = inTemplate ? { ...source, text: source.text.replace(/@%[iI]\./, '@.') } : source;
  const text = expandReference(open, context);
  const name = text === undefined ? undefined : parseUnitName(text);
  return name && { ...source.span(), type: 'unit', target: instantiated(name, context.unit) };
}

/** `foo@.service` in a plain unit means the instance named after the unit's prefix, in an instance the same instance. */
function instantiated(name: UnitName, unit: UnitName | undefined): string {
  if (!isTemplate(name) || !unit) return name.text;
  const instance = unit.instance ?? unit.prefix;
  return instance === '' ? name.text : `${name.prefix}@${instance}.${name.kind}`;
}
