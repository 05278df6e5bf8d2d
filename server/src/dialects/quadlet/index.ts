import type { Dialect, FilesAmong } from '../../engine/dialect.ts';
import type { JudgedFile } from '../../engine/judged-file.ts';
import type { AssignmentRule, LineRule } from '../../engine/rule.ts';
import { rules } from '../../rules/registry.ts';
import { sectionUnknown } from '../../rules/syntax/unread-sections.ts';
import { suppressionUnknown, suppressionUnused } from '../../rules/value-rules.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { PASSED_ON, podTable, quadletTable } from './directives.ts';
import { type QuadletKind, sectionOfKind } from './generator/names.ts';
import { DIALECT, mayBeQuadlet, quadletBySections, quadletOfPath } from './identify.ts';
import { madeUnit } from './made-unit.ts';
import { quadletContinuation } from './rules/continuation.ts';
import { generatedAmong } from './rules/generated.ts';
import { judgeQuadlet, unreadQuadlet } from './rules/judge-among.ts';
import { quadletOverridden } from './rules/overridden.ts';
import { serviceAmong } from './rules/service.ts';
import { quadletSyntax } from './rules/syntax.ts';
import { quadletTooNew } from './rules/too-new.ts';
import { quadletKeyUnknown } from './rules/unknown-key.ts';
import { purposeOf } from './sections.ts';
import { unitOfQuadlet } from './unit-sources.ts';

const NAMES: Readonly<Record<string, string>> = { image: 'An image', artifact: 'An artifact' };

/** Quadlet files, from which Podman makes services of systemd. */
export const quadletDialect: Dialect = {
  schema: {
    dialect: DIALECT,
    sectionsOf: ({ kind }) => ['Unit', sectionOfKind(kind as QuadletKind), 'Quadlet', 'Service', 'Install'],
    directivesOf: ({ kind }) => (kind === 'pod' ? podTable : quadletTable),
    nameOf: ({ kind }) => `${NAMES[kind] ?? `A ${kind}`} file of Quadlet`,
    purposeOf,
    readerOf: (section) => (PASSED_ON.includes(section) ? 'systemd' : 'podman'),
  },
  identify: quadletOfPath,
  identifyBySections: quadletBySections,
  isWorthReading: (path) => mayBeQuadlet(path) && !path.endsWith('.conf'),
  judgeAmong: judgeQuadlet,
  unread: unreadQuadlet,
  nameMade: unitOfQuadlet,
  unitMade: madeUnit,
  rules: [
    quadletSyntax,
    quadletKeyUnknown,
    quadletTooNew,
    quadletOverridden,
    quadletContinuation,
    sectionUnknown,
    suppressionUnknown,
    suppressionUnused,
    ...rules.filter((rule): rule is AssignmentRule => rule.scope === 'assignment').map(inPassedOn),
    ...rules.filter(
      (rule): rule is LineRule => rule.scope === 'value' && rule !== suppressionUnknown && rule !== suppressionUnused,
    ),
  ],
};

/** Of the sections that are passed on the rules for units hold. */
function inPassedOn(rule: AssignmentRule): AssignmentRule {
  return {
    ...rule,
    check(assignment, report, file) {
      if (PASSED_ON.includes(assignment.section)) rule.check(assignment, report, file);
    },
  };
}

/** The service that is made of a Quadlet file, as one among units; undefined for drop-ins and where there is none. */
export function quadletUnit(file: JudgedFile, among: FilesAmong | undefined): LoadedUnit | undefined {
  const { identity } = file.source;
  if (identity.dialect !== DIALECT || identity.role === 'drop-in') return undefined;
  return serviceAmong(file, generatedAmong(file, among));
}
