import type { ValueType } from '../value-type.ts';
import { delegate, disableControllers } from './delegate.ts';
import { delegateSubgroup } from './delegate-subgroup.ts';
import { deviceAllow } from './device-allow.ts';
import { blockIOBandwidth, blockIODeviceWeight, ioDeviceLatency, ioDeviceWeight, ioLimit } from './device-limit.ts';
import { oomRules } from './oom-rules.ts';

/** Control groups and devices. */
export const resourceTypes: readonly ValueType[] = [
  blockIOBandwidth,
  blockIODeviceWeight,
  delegate,
  delegateSubgroup,
  deviceAllow,
  disableControllers,
  ioDeviceLatency,
  ioDeviceWeight,
  ioLimit,
  oomRules,
];
