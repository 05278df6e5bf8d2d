import { conditionKey } from '../../values/conditions/clauses.ts';
import type { Described, ValuePlace } from './hover-place.ts';
import { describePath } from './path.ts';
import { withManual } from './with-manual.ts';

/** When a condition holds, whether its path is there, and what the manual says; of assertions it says it of the condition. */
export async function describeConditionValue(place: ValuePlace): Promise<Described | undefined> {
  const { text, offset, context, environment } = place;
  const { page, section, key } = context.directive;
  if (text === '' || !/^(?:Condition|Assert)[A-Z]/.test(key)) return undefined;
  const condition = conditionKey(key);
  const own = context.directive.valueType?.describe?.(text, offset, context);
  const path = await describePath(place);
  const value = own?.manualValue;
  const manual =
    (value && environment.manual?.value(page || undefined, section, condition, value)) ||
    environment.manual?.directive(page || undefined, section, condition);
  const parts = [own?.markdown, own?.start === 0 && own.end < text.length ? undefined : path?.markdown].filter(Boolean);
  if (parts.length === 0 && !manual) return undefined;
  const { start, end } = own ?? { start: 0, end: text.length };
  return { start, end, markdown: withManual(parts.join('\n\n') || `**${key}=**`, manual, environment) };
}
