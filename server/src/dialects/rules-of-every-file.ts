import type { LineRule } from '../engine/rule.ts';
import { continuationBlank } from '../rules/advice/continuation-blank.ts';
import { repeatedScalar } from '../rules/advice/ineffective-settings.ts';
import { trailingComment } from '../rules/advice/trailing-comment.ts';
import { fileTooLong, placeholder } from '../rules/advice/unread-text.ts';
import { syntaxRules } from '../rules/registry.ts';
import { suppressionUnknown, suppressionUnused } from '../rules/value-rules.ts';

/** What holds for whatever is read by systemd's `config_parse()`; src/shared/conf-parser.c. */
export const rulesOfEveryFile: readonly LineRule[] = [
  ...syntaxRules,
  repeatedScalar,
  trailingComment,
  continuationBlank,
  placeholder,
  fileTooLong,
  suppressionUnknown,
  suppressionUnused,
];
