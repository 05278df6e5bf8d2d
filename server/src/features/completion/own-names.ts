import { isTemplate } from '../../schema/unit-name.ts';
import type { Candidate, ValueContext } from '../../values/value-type.ts';

/** Directives whose value one usually takes from the unit's own name. */
const NAMED =
  /^(?:(?:Runtime|State|Cache|Logs|Configuration)Directory|SyslogIdentifier|FileDescriptorName|LogNamespace)$/;

/** The unit's own name; in a template one for each instance. */
export function ownNames({ directive: { key }, unit }: ValueContext): Candidate[] {
  if (!unit || !NAMED.test(key)) return [];
  const own: Candidate = { label: unit.prefix, kind: 'value', detail: 'as this unit is called' };
  const between = key.endsWith('Directory') ? '/' : '-';
  return isTemplate(unit)
    ? [{ label: `${unit.prefix}${between}%i`, kind: 'value', detail: 'one for each instance' }, own]
    : [own];
}

/** Numbers one meets often, with what they come to. */
const numbers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  StartLimitBurst: { 5: 'the usual default', 0: 'no limit' },
  FailureActionExitStatus: { 1: 'a failure' },
  SuccessActionExitStatus: { 0: 'success' },
  RestartSteps: { 5: 'steps from RestartSec= to RestartMaxDelaySec=' },
  FileDescriptorStoreMax: { 0: 'none, the default', 16: 'up to sixteen' },
  LogRateLimitBurst: { 1000: 'messages in the interval', 10000: 'the default of journald.conf(5)' },
  TTYRows: { 24: 'as terminals always had' },
  TTYColumns: { 80: 'as terminals always had' },
  Backlog: { 128: 'a small queue', 4096: 'what the kernel usually allows' },
  MaxConnections: { 64: 'the default' },
  MaxConnectionsPerSource: { 0: 'no limit, the default', 10: 'ten from one address' },
  KeepAliveProbes: { 9: "the kernel's default" },
  'Socket.Priority': { 0: 'the usual one', 6: 'the highest for everyone' },
  'Swap.Priority': { 10: 'filled before swap of lower priority', '-1': 'as the kernel chooses' },
  IPTTL: { 64: 'the usual one', 1: 'only this network' },
  MessageQueueMaxMessages: { 10: "the kernel's default" },
  TriggerLimitBurst: { 20: 'the usual default', 0: 'no limit' },
  PollLimitBurst: { 15: 'the usual default', 0: 'no limit' },
};

export const usualNumbers = ({ directive: { section, key } }: ValueContext): Candidate[] =>
  Object.entries(numbers[`${section}.${key}`] ?? numbers[key] ?? {}).map(([label, detail]) => ({
    label,
    kind: 'number',
    detail,
  }));
