import type { ValueRulePage } from '../../engine/rule.ts';

/** Reported by `settle()` in suppress.ts, which reads such comments. */
export const suppressionUnknown: ValueRulePage = {
  id: 'suppression-unknown',
  scope: 'value',
  docs: {
    what: 'A comment that is to hide a rule that does not exist.',
    severities: ['warning'],
    why: 'The rule is most likely misspelt: what the comment was written for is reported all the same, or will be one day. This is a warning although systemd skips comments: a pipeline should not pass because of a slip.',
    bad: '[Service]\n# systemd-units: ignore value-invald\nRestart=alwys',
    good: '[Service]\n# systemd-units: ignore value-invalid\nRestart=alwys',
  },
};
