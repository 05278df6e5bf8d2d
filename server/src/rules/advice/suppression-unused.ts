import type { ValueRulePage } from '../../engine/rule.ts';

/** Reported by `settle()` in suppress.ts, which alone knows what was suppressed. */
export const suppressionUnused: ValueRulePage = {
  id: 'suppression-unused',
  scope: 'value',
  docs: {
    what: 'A comment that suppresses nothing.',
    severities: ['hint'],
    why: 'A comment `# systemd-units: ignore rule-id` hides the findings of those rules on the next line, `# systemd-units: ignore-file rule-id` in the whole file; without ids it hides all. Here there is nothing to hide.',
    bad: '[Service]\n# systemd-units: ignore value-invalid\nRestart=always',
    good: '[Service]\nRestart=always',
  },
};
