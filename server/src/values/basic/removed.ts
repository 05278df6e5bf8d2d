import { nameOf, problem, whole } from '../problem.ts';
import type { ValueContext, ValueType } from '../value-type.ts';

/** What to write today for a directive systemd has dropped. */
const successors: Readonly<Record<string, string>> = {
  CPUShares: 'Write CPUWeight= instead.',
  StartupCPUShares: 'Write StartupCPUWeight= instead.',
  MemoryLimit: 'Write MemoryMax= instead.',
  BlockIOWeight: 'Write IOWeight= instead.',
  StartupBlockIOWeight: 'Write StartupIOWeight= instead.',
  BlockIODeviceWeight: 'Write IODeviceWeight= instead.',
  BlockIOReadBandwidth: 'Write IOReadBandwidthMax= instead.',
  BlockIOWriteBandwidth: 'Write IOWriteBandwidthMax= instead.',
  BlockIOAccounting: 'Write IOAccounting= instead.',
  CPUAccounting: 'CPU time is always accounted for.',
  Capabilities: 'Write CapabilityBoundingSet= and AmbientCapabilities= instead.',
};

/** Directives that are known only to be remarked upon; `config_parse_warn_compat()` of src/shared/conf-parser.c. */
export const removed: ValueType = {
  parsers: ['config_parse_warn_compat'],
  check(text: string, context: ValueContext) {
    const message = `systemd no longer supports ${nameOf(context)} and ignores it. ${successors[context.directive.key] ?? 'Remove the line.'}`;
    return [problem(whole(text), 'value-obsolete', message, { severity: 'info' })];
  },
};
