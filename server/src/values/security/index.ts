import type { ValueType } from '../value-type.ts';
import { addressFamilies } from './address-families.ts';
import { bpfDelegate } from './bpf-delegate.ts';
import { capabilitySet } from './capabilities.ts';
import { filesystemList } from './filesystem-list.ts';
import { apparmorProfile, selinuxContext, smackLabel } from './lsm-context.ts';
import { namespaceFlags } from './namespaces.ts';
import { syscallFilter, syscallLog } from './syscall-filter.ts';

/** What confines a service. */
export const securityTypes: readonly ValueType[] = [
  addressFamilies,
  apparmorProfile,
  bpfDelegate,
  capabilitySet,
  filesystemList,
  namespaceFlags,
  selinuxContext,
  smackLabel,
  syscallFilter,
  syscallLog,
];
