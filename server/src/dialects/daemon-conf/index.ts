import type { Dialect } from '../../engine/dialect.ts';
import { continuationBlank } from '../../rules/advice/continuation-blank.ts';
import { repeatedScalar } from '../../rules/advice/ineffective-settings.ts';
import { trailingComment } from '../../rules/advice/trailing-comment.ts';
import { fileTooLong, placeholder } from '../../rules/advice/unread-text.ts';
import { directiveSection } from '../../rules/syntax/directive-section.ts';
import { directiveUnknown } from '../../rules/syntax/directive-unknown.ts';
import { directiveRemoved, directiveRenamed, directiveTooNew } from '../../rules/syntax/directive-versions.ts';
import { missingEquals, missingKey } from '../../rules/syntax/missing-equals.ts';
import { assignmentOutsideSection, sectionHeader, sectionUnknown } from '../../rules/syntax/sections.ts';
import { invalidUtf8, lineTooLong } from '../../rules/syntax/unreadable-lines.ts';
import { suppressionUnknown, suppressionUnused } from '../../rules/value-rules.ts';
import { since } from '../../values/changes.ts';
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
    // Before systemd 257 udev.conf is read as the environment files of services are, with values in quotes.
    isJudged: ({ kind }, version) => kind !== 'udev.conf' || since(version, 'udev.conf has the syntax of units'),
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
