import { allRules } from '../../dialects/rules.ts';
import { fileKindOfPath } from '../../schema/file-kind.ts';
import { kindOfSection } from '../../schema/kinds.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { unitSchema } from '../../units/unit-directives.ts';
import type { ValueContext } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';
import { sectionMarkdown } from '../hover/header.ts';
import { hover } from '../hover/index.ts';
import { pageMarkdown } from '../hover/manual-page.ts';
import { specifierMarkdown } from '../hover/specifier.ts';
import { isSpecial, unitMarkdown } from '../hover/unit.ts';
import { variableMarkdown } from '../hover/variable.ts';
import { pageLink } from '../manual-text.ts';
import { aboutConcept } from './concepts.ts';
import { aboutComparison } from './differences.ts';
import { aboutEnding, aboutExitStatus } from './endings.ts';
import { aboutDirective, aboutFamily, directiveCard, directiveMeant } from './explain-directives.ts';
import { aboutPlainWord, aboutWord } from './explain-words.ts';
import { aboutKind } from './kinds.ts';
import { aboutCron, aboutNumber, aboutSize, aboutTime } from './numbers.ts';
import { documentOf, type Explainer, type Explanation, type Question, said } from './question.ts';
import { aboutState } from './states.ts';

const FENCE = '```';

/** The id of a rule of `check`: what it says, why, and how it is put right. */
const aboutRule: Explainer = ({ topic }) => said('rule', ruleMarkdown(topic));

/** The page of a rule in docs/rules says the same. */
function ruleMarkdown(id: string): string | undefined {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (!rule) return undefined;
  const { what, why, bad, good, manual } = rule.docs;
  const unit = (title: string, text: string | undefined): string =>
    text === undefined ? '' : `${title}\n\n${FENCE}systemd\n${text}\n${FENCE}`;
  return [
    `**${id}** · ${what}`,
    why,
    unit('Not like this:', bad),
    unit('But like this:', good),
    manual ? `Read more: ${manual.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export { changes } from './changes.ts';
export { guess, search } from './guess.ts';
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

const aboutSection: Explainer = ({ topic, version, environment }) => {
  const name = /^\[?(\w+)\]?$/.exec(topic)?.[1] ?? '';
  const kind = kindOfSection(name) ?? (['Unit', 'Install'].includes(name) ? 'service' : undefined);
  const identity = kind && fileKindOfPath(`unit.${kind}`);
  return identity && said('section', sectionMarkdown(name, { schema: unitSchema, identity, version }, environment));
};

const aboutUnit: Explainer = ({ topic, environment }) => {
  const name = parseUnitName(topic);
  const isKnown = name && (isSpecial(topic) || environment.units.fragmentsOf(name).length > 0);
  return isKnown || (name && environment.manual?.unit(topic))
    ? said('unit', unitMarkdown(name, environment))
    : undefined;
};

/** `WantedBy=multi-user.target`: the directive in a line, then the value. */
const aboutValue: Explainer = async ({ topic, version, environment }) => {
  const [, section, key = '', value = ''] = /^(?:(\w+)\.)?([A-Za-z]\w+)=(.+)$/.exec(topic) ?? [];
  const context = directiveMeant(section ? `${section}.${key}` : key, version);
  if (!context || isFaulty(context, value)) return undefined;
  const { document, offset } = documentOf(context, value);
  const found = await hover(document, offset, environment);
  if (!found) return said('value', directiveCard(context, environment));
  const told = found.markdown;
  // The manual of a unit may name the directive, too: what counts is how it begins.
  const [first = ''] = told.split('\n\n', 1);
  return said(
    'value',
    first.includes(`${context.directive.key}=`) ? told : `${lineOf(context, environment)}\n\n${told}`,
  );
};

/** `WantedBy= · [Install]: A symbolic link …` */
function lineOf(context: ValueContext, environment: Environment): string {
  const { key, section, page } = context.directive;
  const summary = environment.manual?.directive(page || undefined, section, key)?.summary;
  return `**${key}=** · \`[${section}]\`${summary ? ` · ${escapeMarkdown(summary)}` : ''}`;
}

const isFaulty = (context: ValueContext, value: string): boolean =>
  (context.directive.valueType?.check(value, context) ?? []).some(({ severity }) => /error|warning/.test(severity));

const explainers: readonly Explainer[] = [
  aboutPage,
  aboutComparison,
  aboutSpecifier,
  aboutRule,
  aboutSection,
  aboutKind,
  aboutUnit,
  aboutConcept,
  aboutDirective,
  aboutEnding,
  aboutValue,
  aboutNumber,
  aboutExitStatus,
  aboutSize,
  aboutCron,
  aboutTime,
  aboutState,
  aboutWord,
  aboutVariable,
  aboutPlainWord,
  aboutFamily,
];
