import { allRules } from '../../dialects/rules.ts';
import { webAddress } from '../../manual/index.ts';

/** Where the manual on the web tells what a rule is about; reports link to it, as the program itself has no page there. */
export const addressOfRule = (id: string): string | undefined =>
  webAddress(allRules.find((rule) => rule.id === id)?.docs.manual?.[0] ?? 'systemd.syntax(7)');
