import type { LineRule } from '../engine/rule.ts';
import { continuationBlank } from '../rules/advice/continuation-blank.ts';
import { repeatedScalar } from '../rules/advice/ineffective-settings.ts';
import { trailingComment } from '../rules/advice/trailing-comment.ts';
import { fileTooLong, placeholder } from '../rules/advice/unread-text.ts';
import { directiveSection } from '../rules/syntax/directive-section.ts';
import { directiveUnknown } from '../rules/syntax/directive-unknown.ts';
import { directiveRemoved, directiveRenamed, directiveTooNew } from '../rules/syntax/directive-versions.ts';
import { missingEquals, missingKey } from '../rules/syntax/missing-equals.ts';
import { assignmentOutsideSection, sectionHeader, sectionUnknown } from '../rules/syntax/sections.ts';
import { invalidUtf8, lineTooLong } from '../rules/syntax/unreadable-lines.ts';
import { suppressionUnknown, suppressionUnused } from '../rules/value-rules.ts';

/** What holds for whatever is read by systemd's `config_parse()`; src/shared/conf-parser.c. */
export const rulesOfEveryFile: readonly LineRule[] = [
  sectionHeader,
  sectionUnknown,
  assignmentOutsideSection,
  missingEquals,
  missingKey,
  invalidUtf8,
  lineTooLong,
  directiveUnknown,
  directiveSection,
  directiveTooNew,
  directiveRemoved,
  directiveRenamed,
  repeatedScalar,
  trailingComment,
  continuationBlank,
  placeholder,
  fileTooLong,
  suppressionUnknown,
  suppressionUnused,
];
