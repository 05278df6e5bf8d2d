/**
 * Old spellings systemd still takes, by today's name in the same section: the rows of
 * src/core/load-fragment-gperf.gperf.in that share a parser and a target with another row.
 */
const renamed: Readonly<Record<string, string>> = {
  BindTo: 'BindsTo',
  PropagateReloadTo: 'PropagatesReloadTo',
  PropagateReloadFrom: 'ReloadPropagatedFrom',
  RequiresOverridable: 'Requires',
  RequisiteOverridable: 'Requisite',
  ReadWriteDirectories: 'ReadWritePaths',
  ReadOnlyDirectories: 'ReadOnlyPaths',
  InaccessibleDirectories: 'InaccessiblePaths',
};

/** Settings of a unit that [Service] takes as well, under today's name in [Unit]. */
const movedToUnit: Readonly<Record<string, string>> = {
  StartLimitInterval: 'StartLimitIntervalSec',
  StartLimitBurst: 'StartLimitBurst',
  StartLimitAction: 'StartLimitAction',
  FailureAction: 'FailureAction',
  RebootArgument: 'RebootArgument',
};

/** Settings that took over from others with another meaning of the value. */
const successors: Readonly<Record<string, string>> = {
  OnFailureIsolate: 'OnFailureJobMode',
  CPUShares: 'CPUWeight',
  StartupCPUShares: 'StartupCPUWeight',
  MemoryLimit: 'MemoryMax',
  BlockIOAccounting: 'IOAccounting',
  BlockIOWeight: 'IOWeight',
  StartupBlockIOWeight: 'StartupIOWeight',
  BlockIODeviceWeight: 'IODeviceWeight',
  BlockIOReadBandwidth: 'IOReadBandwidthMax',
  BlockIOWriteBandwidth: 'IOWriteBandwidthMax',
};

export interface Place {
  readonly section: string;
  readonly key: string;
}

/** Where systemd's manual puts a setting today that it still reads here; the value stays the same. */
export function modernPlace(section: string, key: string): Place | undefined {
  if (section === 'Service' && Object.hasOwn(movedToUnit, key)) return { section: 'Unit', key: movedToUnit[key]! };
  if (section === 'Unit' && key === 'StartLimitInterval') return { section, key: 'StartLimitIntervalSec' };
  return Object.hasOwn(renamed, key) ? { section, key: renamed[key]! } : undefined;
}

/** The setting that replaced this one; its values are others. */
export const successorOf = (key: string): string | undefined =>
  Object.hasOwn(successors, key) ? successors[key] : undefined;
