import { allRules } from '../../dialects/rules.ts';
import { type Explainer, said } from './question.ts';

const FENCE = '```';

/** The id of a rule of `check`: what it says, why, and how it is put right. */
export const aboutRule: Explainer = ({ topic }) => said('rule', ruleMarkdown(topic));

/** The page of a rule in docs/rules says the same. */
export function ruleMarkdown(id: string): string | undefined {
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
