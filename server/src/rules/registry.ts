import { dateFormat, shellSyntax } from './advice/command-lines.ts';
import { continuationBlank } from './advice/continuation-blank.ts';
import { environmentExpansion, secretInEnvironment } from './advice/environment-advice.ts';
import { hardening } from './advice/hardening.ts';
import { repeatedScalar, settingWithoutEffect } from './advice/ineffective-settings.ts';
import { installEffect, installUserTarget } from './advice/install-advice.ts';
import { networkOnline, requiresWithoutAfter } from './advice/ordering-advice.ts';
import { trailingComment } from './advice/trailing-comment.ts';
import { dropInName, dropInRest, fileTooLong, placeholder } from './advice/unread-text.ts';
import { execDynamicUser, execPamKillMode, execPrivatePids, execPrivateUsers } from './exec/exec-combinations.ts';
import { execWorkingDirectory } from './exec/exec-working-directory.ts';
import {
  conflictingRequirement,
  orderingCycleRule,
  requirementMissing,
  triggerMissing,
} from './graph/broken-relations.ts';
import { unitUnused } from './graph/unit-unused.ts';
import { automountOptions } from './mount/automount-options.ts';
import { mountWhat } from './mount/mount-what.ts';
import { mountApi, mountWhere } from './mount/mount-where.ts';
import { serviceCommand, serviceExecStart, serviceOneshot } from './service/service-commands.ts';
import { serviceBusName, serviceCredentials, serviceUsbFunction } from './service/service-needs.ts';
import { serviceRefresh } from './service/service-refresh.ts';
import { socketAccept, socketListen, socketMaxConnections, socketSymlinks } from './socket/socket-rules.ts';
import { directiveSection } from './syntax/directive-section.ts';
import { directiveUnknown } from './syntax/directive-unknown.ts';
import {
  directiveDeprecated,
  directiveRemoved,
  directiveRenamed,
  directiveTooNew,
} from './syntax/directive-versions.ts';
import { missingEquals, missingKey } from './syntax/missing-equals.ts';
import { assignmentOutsideSection, sectionHeader } from './syntax/sections.ts';
import { sectionTooNew, sectionUnknown } from './syntax/unread-sections.ts';
import { invalidUtf8, lineTooLong } from './syntax/unreadable-lines.ts';
import { dependencyDevice, dependencySelf, isolate } from './unit/dependencies.ts';
import { specifierDeprecated } from './unit/specifier-deprecated.ts';
import { jobTimeout, serviceRestartDelay, serviceRuntimeMax } from './unit/timeouts.ts';
import { pathCondition, timerTrigger, triggerUnit } from './unit/triggers.ts';
import { unitName } from './unit/unit-name.ts';
import type { Rule } from './unit-rule.ts';
import { machineRulePages, suppressionUnknown, suppressionUnused, valueRulePages } from './value-rules.ts';

/** What holds for the lines of every file of this syntax. */
export const syntaxRules = [
  sectionHeader,
  sectionUnknown,
  sectionTooNew,
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
] as const satisfies readonly Rule[];

const unit: readonly Rule[] = [
  directiveDeprecated,
  unitName,
  dependencySelf,
  dependencyDevice,
  isolate,
  jobTimeout,
  specifierDeprecated,
  triggerUnit,
  installEffect,
];

const service: readonly Rule[] = [
  serviceCommand,
  serviceExecStart,
  serviceOneshot,
  serviceBusName,
  serviceRestartDelay,
  serviceRuntimeMax,
  serviceCredentials,
  serviceRefresh,
  serviceUsbFunction,
];

const exec: readonly Rule[] = [
  execDynamicUser,
  execWorkingDirectory,
  execPrivatePids,
  execPrivateUsers,
  execPamKillMode,
];

const others: readonly Rule[] = [
  socketListen,
  socketAccept,
  socketMaxConnections,
  socketSymlinks,
  timerTrigger,
  pathCondition,
  mountWhat,
  mountWhere,
  mountApi,
  automountOptions,
];

const graph: readonly Rule[] = [
  orderingCycleRule,
  conflictingRequirement,
  requirementMissing,
  triggerMissing,
  unitUnused,
];

const advice: readonly Rule[] = [
  repeatedScalar,
  requiresWithoutAfter,
  networkOnline,
  hardening,
  shellSyntax,
  dateFormat,
  trailingComment,
  continuationBlank,
  secretInEnvironment,
  environmentExpansion,
  settingWithoutEffect,
  installUserTarget,
  suppressionUnknown,
  suppressionUnused,
  fileTooLong,
  dropInRest,
  dropInName,
  placeholder,
];

/** The rules for units, most of which hold for other files of this syntax as well, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...unit,
  ...service,
  ...exec,
  ...others,
  ...graph,
  ...advice,
  ...valueRulePages,
  ...machineRulePages,
];
