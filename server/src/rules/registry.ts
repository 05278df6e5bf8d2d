import { continuationBlank } from './advice/continuation-blank.ts';
import { dateFormat } from './advice/date-format.ts';
import { dropInName } from './advice/drop-in-name.ts';
import { dropInRest } from './advice/drop-in-rest.ts';
import { environmentExpansion } from './advice/environment-expansion.ts';
import { fileTooLong } from './advice/file-too-long.ts';
import { hardening } from './advice/hardening.ts';
import { installUserTarget } from './advice/install-user-target.ts';
import { networkOnline } from './advice/network-online.ts';
import { placeholder } from './advice/placeholder.ts';
import { repeatedScalar } from './advice/repeated-scalar.ts';
import { requiresWithoutAfter } from './advice/requires-without-after.ts';
import { secretInEnvironment } from './advice/secret-in-environment.ts';
import { settingWithoutEffect } from './advice/setting-without-effect.ts';
import { shellSyntax } from './advice/shell-syntax.ts';
import { suppressionUnknown } from './advice/suppression-unknown.ts';
import { suppressionUnused } from './advice/suppression-unused.ts';
import { trailingComment } from './advice/trailing-comment.ts';
import { execDynamicUser } from './exec/exec-dynamic-user.ts';
import { execPamKillMode } from './exec/exec-pam-kill-mode.ts';
import { execPrivatePids } from './exec/exec-private-pids.ts';
import { execPrivateUsers } from './exec/exec-private-users.ts';
import { execWorkingDirectory } from './exec/exec-working-directory.ts';
import { conflictingRequirement } from './graph/conflicting-requirement.ts';
import { orderingCycleRule } from './graph/ordering-cycle.ts';
import { requirementMissing } from './graph/requirement-missing.ts';
import { triggerMissing } from './graph/trigger-missing.ts';
import { unitUnused } from './graph/unit-unused.ts';
import { machineRulePages } from './machine/pages.ts';
import { automountOptions } from './mount/automount-options.ts';
import { mountApi } from './mount/mount-api.ts';
import { mountWhat } from './mount/mount-what.ts';
import { mountWhere } from './mount/mount-where.ts';
import { pathCondition } from './path/path-condition.ts';
import { serviceBusName } from './service/service-bus-name.ts';
import { serviceCommand } from './service/service-command.ts';
import { serviceCredentials } from './service/service-credentials.ts';
import { serviceExecStart } from './service/service-exec-start.ts';
import { serviceOneshot } from './service/service-oneshot.ts';
import { serviceRefresh } from './service/service-refresh.ts';
import { serviceRestartDelay } from './service/service-restart-delay.ts';
import { serviceRuntimeMax } from './service/service-runtime-max.ts';
import { serviceUsbFunction } from './service/service-usb-function.ts';
import { socketAccept } from './socket/socket-accept.ts';
import { socketListen } from './socket/socket-listen.ts';
import { socketMaxConnections } from './socket/socket-max-connections.ts';
import { socketSymlinks } from './socket/socket-symlinks.ts';
import { assignmentOutsideSection } from './syntax/assignment-outside-section.ts';
import { directiveDeprecated } from './syntax/directive-deprecated.ts';
import { directiveRemoved } from './syntax/directive-removed.ts';
import { directiveRenamed } from './syntax/directive-renamed.ts';
import { directiveSection } from './syntax/directive-section.ts';
import { directiveTooNew } from './syntax/directive-too-new.ts';
import { directiveUnknown } from './syntax/directive-unknown.ts';
import { invalidUtf8 } from './syntax/invalid-utf8.ts';
import { lineTooLong } from './syntax/line-too-long.ts';
import { missingEquals } from './syntax/missing-equals.ts';
import { missingKey } from './syntax/missing-key.ts';
import { sectionHeader } from './syntax/section-header.ts';
import { sectionUnknown } from './syntax/section-unknown.ts';
import { timerTrigger } from './timer/timer-trigger.ts';
import { dependencyDevice } from './unit/dependency-device.ts';
import { dependencySelf } from './unit/dependency-self.ts';
import { installEffect } from './unit/install-effect.ts';
import { isolate } from './unit/isolate.ts';
import { jobTimeout } from './unit/job-timeout.ts';
import { specifierDeprecated } from './unit/specifier-deprecated.ts';
import { triggerUnit } from './unit/trigger-unit.ts';
import { unitName } from './unit/unit-name.ts';
import type { Rule } from './unit-rule.ts';
import { valueRulePages } from './values/pages.ts';

const syntax: readonly Rule[] = [
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
  directiveDeprecated,
  directiveRenamed,
];

const unit: readonly Rule[] = [
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
  ...syntax,
  ...unit,
  ...service,
  ...exec,
  ...others,
  ...graph,
  ...advice,
  ...valueRulePages,
  ...machineRulePages,
];
