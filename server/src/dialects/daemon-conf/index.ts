import type { Dialect } from '../../engine/dialect.ts';
import { since } from '../../values/changes.ts';
import { rulesOfEveryFile } from '../rules-of-every-file.ts';
import { DIALECT, daemonTable } from './directives.ts';
import { daemonFileBySections, daemonFileOfPath, sectionsOfFile } from './identify.ts';
import { purposeOf } from './sections.ts';

/** The daemons' own configuration: system.conf, journald.conf, logind.conf and their like, with their drop-ins. */
export const daemonConfDialect: Dialect = {
  schema: {
    dialect: DIALECT,
    sectionsOf: ({ kind }) => sectionsOfFile(kind),
    firstRelease: (section, { kind }) => daemonTable(kind).firstWith(section),
    directivesOf: ({ kind }) => daemonTable(kind),
    nameOf: ({ kind }) => kind.replace('@.', '@NAMESPACE.'),
    purposeOf,
    // Before systemd 257 udev.conf is read as the environment files of services are, with values in quotes.
    isJudged: ({ kind }, version) => kind !== 'udev.conf' || since(version, 'udev.conf has the syntax of units'),
  },
  identify: daemonFileOfPath,
  identifyBySections: daemonFileBySections,
  rules: rulesOfEveryFile,
};
