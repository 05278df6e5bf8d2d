import { sectionsWith } from '../../schema/directives.ts';
import { kindOfSection } from '../../schema/kinds.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import { valueTypeOf } from '../../values/registry.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { directiveMarkdown } from '../hover/directive.ts';
import { sectionMarkdown } from '../hover/header.ts';
import { hover } from '../hover/index.ts';
import { pageMarkdown } from '../hover/manual-page.ts';
import { specifierMarkdown } from '../hover/specifier.ts';
import { isSpecial, unitMarkdown } from '../hover/unit.ts';
import { variableMarkdown } from '../hover/variable.ts';
import { pageLink } from '../manual-text.ts';
import { aboutKind } from './kinds.ts';
import { aboutExitStatus, aboutNumber, aboutTime } from './numbers.ts';
import { contextFor, documentOf, type Explainer, type Explanation, type Question, said } from './question.ts';
import { aboutPlainWord, aboutWord } from './words.ts';

export { guess } from './guess.ts';
export type { Explanation } from './question.ts';

/** What hovers say of a word, asked without a file around it. The first that knows the topic answers. */
export async function explain(question: Question): Promise<Explanation | undefined> {
  for (const explainer of explainers) {
    const found = await explainer(question);
    if (found) return found;
  }
  return undefined;
}

/** `man:systemd.exec(5)`, `systemd.exec(5)`, `systemd.exec`. */
const aboutPage: Explainer = ({ topic, environment }) => {
  const title =
    /^(?:man:)?([\w.@:-]+\(\d\w*\))$/.exec(topic)?.[1] ??
    /^man:([\w.@:-]+)$/.exec(topic)?.[1] ??
    (/^systemd\.[\w-]+$/.test(topic) ? environment.manual?.page(topic)?.title : undefined);
  const isThere = title !== undefined && (environment.manual?.page(title) ?? pageLink(title, environment));
  return isThere ? said('manual page', pageMarkdown(title, environment)) : undefined;
};

const aboutSpecifier: Explainer = ({ topic, version, environment }) => {
  const letter = /^%([%0-9A-Za-z])$/.exec(topic)?.[1];
  const context = { version, manager: 'system', kind: 'service', unit: undefined } as const;
  return letter === undefined ? undefined : said('specifier', specifierMarkdown(letter, context, environment));
};

/** `$MAINPID`, `${MAINPID}`, `MAINPID`. */
const aboutVariable: Explainer = ({ topic, environment }) => {
  const name = /^\$\{?(\w+)\}?$/.exec(topic)?.[1] ?? /^[A-Z][A-Z0-9_]+$/.exec(topic)?.[0];
  return name === undefined ? undefined : said('variable', variableMarkdown(name, environment));
};

const aboutSection: Explainer = ({ topic, environment }) => {
  const name = /^\[?(\w+)\]?$/.exec(topic)?.[1] ?? '';
  const kind = kindOfSection(name) ?? (['Unit', 'Install'].includes(name) ? 'service' : undefined);
  return kind && said('section', sectionMarkdown(name, kind, environment));
};

const aboutUnit: Explainer = ({ topic, environment }) => {
  const name = parseUnitName(topic);
  const isKnown = name && (isSpecial(topic) || environment.units.fragmentsOf(name).length > 0);
  return isKnown || (name && environment.manual?.unit(topic))
    ? said('unit', unitMarkdown(name, environment))
    : undefined;
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
  if (!context || isFaulty(context, value)) return undefined;
  const { document, offset } = documentOf(context, value);
  const found = await hover(document, offset, environment);
  return said('value', found?.markdown ?? directiveMarkdown(context, environment));
};

const isFaulty = (context: ValueContext, value: string): boolean =>
  (valueTypeOf(context.directive)?.check(value, context) ?? []).some(({ severity }) => /error|warning/.test(severity));

const explainers: readonly Explainer[] = [
  aboutPage,
  aboutSpecifier,
  aboutSection,
  aboutKind,
  aboutUnit,
  aboutDirective,
  aboutValue,
  aboutNumber,
  aboutExitStatus,
  aboutTime,
  aboutWord,
  aboutVariable,
  aboutPlainWord,
];
