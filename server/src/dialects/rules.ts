import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/unit-rule.ts';
import { definitionRefused } from './definition-refused.ts';
import { lineRulePages } from './lines/rule-pages.ts';
import { networkdRules } from './networkd/rules/index.ts';
import { networkPages } from './networkd/rules/pages.ts';
import { quadletRulePages } from './quadlet/rules/pages.ts';

/** The rules of every dialect, in the order of the documentation. */
export const allRules: readonly Rule[] = [
  ...rules,
  ...Object.values(quadletRulePages),
  ...networkdRules,
  definitionRefused,
  ...Object.values(networkPages),
  ...lineRulePages,
];

export const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));
export const isRule = (id: string): boolean => ruleIds.has(id);
