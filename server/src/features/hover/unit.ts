import { specialUnits } from '../../schema/special-units.ts';
import { instanceTemplate, isTemplate, parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { unitMeant } from '../../units/resolve-unit.ts';
import type { IndexedFile, UnitIndex } from '../../units/unit-index.ts';
import { wordAround } from '../../values/word-list.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import { bootPlace } from './boot.ts';
import { type Described, referenceAt, type ValuePlace } from './hover-place.ts';

export function describeUnit(place: ValuePlace): Described | undefined {
  const reference = referenceAt(place, ['unit']);
  const name = reference && parseUnitName(unitMeant(place.environment.units, reference.target));
  if (name) return { start: reference.start, end: reference.end, markdown: unitMarkdown(name, place.environment) };
  return describeAlias(place) ?? describeOpenInstance(place);
}

/** Alias=: another name, a link that `systemctl enable` makes. */
function describeAlias({ text, offset, context, environment }: ValuePlace): Described | undefined {
  if (context.directive.section !== 'Install' || context.directive.key !== 'Alias') return undefined;
  const at = wordAround(text, offset);
  const name = parseUnitName(text.slice(at.start, at.end));
  if (!name) return undefined;
  const own = `**${codeSpan(name.text)}** · another name of this unit: \`systemctl enable\` makes a link of that name to it.`;
  const manual = environment.manual?.unit(name.text);
  return { ...at, markdown: withManual(own, manual, environment), isBare: !manual };
}

/** `drbd@%i.service` where the instance is not known: the template tells what it is. */
function describeOpenInstance({ text, offset, context, environment }: ValuePlace): Described | undefined {
  if (!context.directive.valueType?.references || !(text.includes('@') && text.includes('%'))) return undefined;
  const at = wordAround(text, offset);
  const word = text.slice(at.start, at.end);
  const template = word.includes('%', word.indexOf('@')) ? parseUnitName(instanceTemplate(word) ?? '') : undefined;
  return template && isTemplate(template) ? { ...at, markdown: unitMarkdown(template, environment) } : undefined;
}

/** Name, description, where it lies, who pulls it in, where it stands in the boot; then systemd.special(7). */
export function unitMarkdown(name: UnitName, environment: Environment): string {
  const { units, manual } = environment;
  const [fragment] = units.fragmentsOf(name);
  const description = fragment?.facts.description;
  const head = `**${codeSpan(name.text)}**${description ? ` · ${escapeMarkdown(description)}` : ''}`;
  const parts = [head, whereabouts(name, fragment), pulledInBy(name, units), bootPlace(name.text)];
  return withManual(parts.filter(Boolean).join('\n\n'), manual?.unit(name.text), environment);
}

function whereabouts(name: UnitName, fragment: IndexedFile | undefined): string {
  if (!fragment) {
    return isSpecial(name.text) ? 'A unit that comes with systemd.' : 'Not found in this workspace or on this machine.';
  }
  const path = codeSpan(fragment.path);
  if (fragment.masked) return `Masked by ${path}: systemd takes it for absent and refuses to start it.`;
  if (fragment.source) return `Made by Podman of ${path}${isTemplate(name) ? ', a template' : ''}.`;
  const alias = fragment.aliasOf === undefined ? '' : `, another name of ${codeSpan(fragment.aliasOf)}`;
  return `${path}${alias}${isTemplate(name) ? ', a template' : ''}`;
}

/** Links in `.wants/` folders: what `systemctl enable` makes. */
function pulledInBy(name: UnitName, units: UnitIndex): string {
  const links = units.naming(name.text).filter(({ role, link }) => role === 'link' && link?.name === name.text);
  const owners = [...new Set(links.map(({ owner }) => owner))].sort();
  return owners.length === 0
    ? ''
    : `Pulled in by ${owners
        .slice(0, 5)
        .map((owner) => codeSpan(owner))
        .join(', ')}${owners.length > 5 ? ' and others' : ''}.`;
}

/** Whether systemd.special(7) of some version knows the name. */
export const isSpecial = (name: string): boolean => specialUnits().has(name);
