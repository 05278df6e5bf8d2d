import type { LineProblem } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';

/** The ids of what is said of lines; `rule-pages.ts` documents them. */
export const LINE_RULES = {
  refused: 'line-refused',
  ignored: 'line-part-ignored',
  overridden: 'line-overridden',
  hidden: 'line-file-hidden',
  account: 'line-account',
  legacy: 'line-legacy-path',
  vain: 'line-without-effect',
  label: 'line-label',
  style: 'line-style',
} as const;

type Extra = Pick<LineProblem, 'fixes' | 'tag'>;

/** The program drops the line, or does nothing at all for it. */
export const refusedLine = ({ start, end }: Span, message: string, extra: Extra = {}): LineProblem => ({
  start,
  end,
  rule: LINE_RULES.refused,
  severity: 'error',
  message,
  ...extra,
});

/** The program complains, and does the rest of the line. */
export const ignoredPart = ({ start, end }: Span, message: string, extra: Extra = {}): LineProblem => ({
  start,
  end,
  rule: LINE_RULES.ignored,
  severity: 'warning',
  message,
  ...extra,
});

export const quotedText = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
