import type { Dialect } from '../../engine/dialect.ts';
import { continuationBlank } from '../../rules/advice/continuation-blank.ts';
import { fileTooLong } from '../../rules/advice/file-too-long.ts';
import { placeholder } from '../../rules/advice/placeholder.ts';
import { repeatedScalar } from '../../rules/advice/repeated-scalar.ts';
import { suppressionUnknown } from '../../rules/advice/suppression-unknown.ts';
import { suppressionUnused } from '../../rules/advice/suppression-unused.ts';
import { trailingComment } from '../../rules/advice/trailing-comment.ts';
import { assignmentOutsideSection } from '../../rules/syntax/assignment-outside-section.ts';
import { directiveRemoved } from '../../rules/syntax/directive-removed.ts';
import { directiveRenamed } from '../../rules/syntax/directive-renamed.ts';
import { directiveSection } from '../../rules/syntax/directive-section.ts';
import { directiveTooNew } from '../../rules/syntax/directive-too-new.ts';
import { directiveUnknown } from '../../rules/syntax/directive-unknown.ts';
import { invalidUtf8 } from '../../rules/syntax/invalid-utf8.ts';
import { lineTooLong } from '../../rules/syntax/line-too-long.ts';
import { missingEquals } from '../../rules/syntax/missing-equals.ts';
import { missingKey } from '../../rules/syntax/missing-key.ts';
import { sectionHeader } from '../../rules/syntax/section-header.ts';
import { sectionUnknown } from '../../rules/syntax/section-unknown.ts';
import { DIALECT, daemonTable } from './directives.ts';
import { daemonFileBySections, daemonFileOfPath, sectionsOfFile } from './identify.ts';
import { purposeOf } from './sections.ts';

/** The daemons' own configuration: system.conf, journald.conf, logind.conf and their like, with their drop-ins. */
export const daemonConfDialect: Dialect = {
  schema: {
    dialect: DIALECT,
    sectionsOf: ({ kind }) => sectionsOfFile(kind),
    directivesOf: ({ kind }) => daemonTable(kind),
    nameOf: ({ kind }) => kind.replace('@.', '@NAMESPACE.'),
    purposeOf,
  },
  identify: daemonFileOfPath,
  identifyBySections: daemonFileBySections,
  rules: [
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
  ],
};
