import { directivesOf, findDirective, NEWEST_VERSION, sectionsWith } from '../schema/directives.ts';
import { kindOfSection, sectionsOf, type UnitKind, unitKinds } from '../schema/kinds.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { nearest } from '../text/distance.ts';
import { parseCalendar } from '../values/time/calendar-parse.ts';
import { describeTimespan } from '../values/time/spans.ts';
import type { ValueContext } from '../values/value-type.ts';
import { createDocument } from './document.ts';
import type { Environment } from './environment.ts';
import { calendarMarkdown } from './hover/calendar.ts';
import { directiveMarkdown } from './hover/directive.ts';
import { describePlace } from './hover/index.ts';
import { withManual } from './hover/manual.ts';
import { pageMarkdown } from './hover/manual-page.ts';
import { specifierMarkdown } from './hover/specifier.ts';
import { isSpecial, unitMarkdown } from './hover/unit.ts';
import { variableMarkdown } from './hover/variable.ts';

export interface Explanation {
  readonly kind:
    | 'manual page'
    | 'specifier'
    | 'variable'
    | 'section'
    | 'directive'
    | 'value'
    | 'unit'
    | 'exit status'
    | 'calendar event'
    | 'time span';
  readonly markdown: string;
}

interface Question {
  readonly topic: string;
  readonly version: number;
  readonly environment: Environment;
}

type Explainer = (question: Question) => Explanation | undefined | Promise<Explanation | undefined>;

/** What hovers say of a word, asked without a file around it. The first that knows the topic answers. */
export async function explain(question: Question): Promise<Explanation | undefined> {
  for (const explainer of explainers) {
    const found = await explainer(question);
    if (found) return found;
  }
  return undefined;
}

const said = (kind: Explanation['kind'], markdown: string | undefined): Explanation | undefined =>
  markdown === undefined ? undefined : { kind, markdown };

const aboutPage: Explainer = ({ topic, environment }) => {
  const title = /^(?:man:)?([\w.@:-]+\(\d\w*\))$/.exec(topic)?.[1] ?? /^man:([\w.@:-]+)$/.exec(topic)?.[1];
  return title === undefined ? undefined : said('manual page', pageMarkdown(title, environment));
};

const aboutSpecifier: Explainer = ({ topic, version, environment }) => {
  const letter = /^%([%0-9A-Za-z])$/.exec(topic)?.[1];
  const context = { version, manager: 'system', kind: 'service', unit: undefined } as const;
  return letter === undefined ? undefined : said('specifier', specifierMarkdown(letter, context, environment));
};

const aboutVariable: Explainer = ({ topic, environment }) => {
  const name = /^\$\{?(\w+)\}?$/.exec(topic)?.[1];
  return name === undefined ? undefined : said('variable', variableMarkdown(name, environment));
};

const aboutSection: Explainer = ({ topic, environment }) => {
  const name = /^\[?(\w+)\]?$/.exec(topic)?.[1] ?? '';
  const kind = kindOfSection(name) ?? (['Unit', 'Install'].includes(name) ? 'service' : undefined);
  const text = kind && environment.manual?.section(kind, name);
  return text && said('section', withManual(`**[${name}]**`, text, environment));
};

const aboutUnit: Explainer = ({ topic, environment }) => {
  const name = parseUnitName(topic);
  const isKnown = name && (isSpecial(topic) || environment.units.fragmentsOf(name).length > 0);
  return isKnown || (name && environment.manual?.unit(topic))
    ? said('unit', unitMarkdown(name, environment))
    : undefined;
};

/** `203`, `203/EXEC`, `EXIT_EXEC`. */
const aboutExitStatus: Explainer = ({ topic, environment }) => {
  const status = /^(\d{1,3})\/[A-Z_]+$/.exec(topic)?.[1] ?? /^(?:EXIT_[A-Z_]+|\d{3})$/.exec(topic)?.[0];
  const text = status === undefined ? undefined : environment.manual?.exitStatus(status);
  return text && said('exit status', withManual(`**Exit status ${status}**`, text, environment));
};

const aboutDirective: Explainer = ({ topic, version, environment }) => {
  const [, section, key = ''] = /^(?:\[?([A-Z]\w*)\]?[.\s]?)?([A-Z]\w+)=?$/.exec(topic) ?? [];
  const context =
    contextFor(key, section, version) ?? contextFor(/^([A-Z]\w+)=?$/.exec(topic)?.[1], undefined, version);
  if (!context) return undefined;
  const others = sectionsWith(context.directive.key).filter((name) => name !== context.directive.section);
  const also = section || others.length === 0 ? '' : `\n\nAlso in ${others.map((name) => `[${name}]`).join(', ')}.`;
  return said('directive', `${directiveMarkdown(context, environment)}${also}`);
};

const aboutValue: Explainer = async ({ topic, version, environment }) => {
  const [, section, key = '', value = ''] = /^(?:(\w+)\.)?([A-Z]\w+)=(.+)$/.exec(topic) ?? [];
  const context = contextFor(key, section, version);
  return (
    context && said('value', (await hoverOf(context, value, environment)) ?? directiveMarkdown(context, environment))
  );
};

/** Words that mean the same wherever they stand, and a directive that takes them. */
const words: readonly (readonly [pattern: RegExp, section: string, key: string])[] = [
  [/^SIG[A-Z0-9+-]+$/, 'Service', 'KillSignal'],
  [/^CAP_\w+$/i, 'Service', 'CapabilityBoundingSet'],
  [/^AF_\w+$/, 'Service', 'RestrictAddressFamilies'],
  [/^E[A-Z0-9]{2,}$/, 'Service', 'SystemCallErrorNumber'],
  [/^@[a-z][\w-]*$/, 'Service', 'SystemCallFilter'],
  [/^@[a-z][\w-]*$/, 'Service', 'RestrictFileSystems'],
  [/^[a-z][a-z0-9_]+$/, 'Service', 'SystemCallFilter'],
];

const aboutWord: Explainer = async ({ topic, version, environment }) => {
  for (const [pattern, section, key] of words) {
    const context = pattern.test(topic) ? contextFor(key, section, version) : undefined;
    const markdown = context && (await hoverOf(context, topic, environment));
    if (markdown) return said('value', markdown);
  }
  return undefined;
};

const aboutTime: Explainer = ({ topic, environment }) => {
  const spec = parseCalendar(topic);
  if (!('fault' in spec)) return said('calendar event', calendarMarkdown(spec, environment.now()));
  return said('time span', describeTimespan(topic)?.markdown);
};

const explainers: readonly Explainer[] = [
  aboutPage,
  aboutSpecifier,
  aboutVariable,
  aboutSection,
  aboutUnit,
  aboutExitStatus,
  aboutDirective,
  aboutValue,
  aboutTime,
  aboutWord,
];

/** A directive as the target knows it, else as the newest version does; in the section named, or where it is used most. */
function contextFor(key: string | undefined, section: string | undefined, version: number): ValueContext | undefined {
  if (!key) return undefined;
  const [first] = section === undefined ? sectionsWith(key).sort((a, b) => usage(a) - usage(b)) : [section];
  const directive = first && (findDirective(first, key, version) ?? findDirective(first, key, NEWEST_VERSION));
  return directive ? { directive, version, manager: 'system', kind: kindFor(first), unit: undefined } : undefined;
}

const usage = (section: string): number => ['Service', 'Unit', 'Timer', 'Socket'].indexOf(section) & 7;

const kindFor = (section: string): UnitKind =>
  kindOfSection(section) ?? unitKinds.find((kind) => sectionsOf(kind).includes(section)) ?? 'service';

async function hoverOf(context: ValueContext, value: string, environment: Environment): Promise<string | undefined> {
  const { directive, kind, version } = context;
  const start = `[${directive.section}]\n${directive.key}=`;
  const document = createDocument(`${start}${value}\n`, { path: `/unit.${kind}`, version });
  return (await describePlace(document, start.length, environment))?.markdown;
}

/** The directive meant by a misspelt one. */
export function guess(topic: string, version: number): string | undefined {
  const sections = ['Unit', 'Service', 'Socket', 'Timer', 'Path', 'Mount', 'Install', 'Slice'];
  const keys = sections.flatMap((section) => directivesOf(section, version).map(({ key }) => key));
  return nearest(topic.replace(/=.*$/, ''), [...new Set(keys)]);
}
