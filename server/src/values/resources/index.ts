import type { ValueType } from '../value-type.ts';
import { delegate, delegateSubgroup, disableControllers } from './delegate.ts';
import { deviceAllow } from './device-allow.ts';
import { blockIOBandwidth, blockIODeviceWeight, ioDeviceLatency, ioDeviceWeight, ioLimit } from './device-limit.ts';
import { oomRules } from './out-of-memory.ts';

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
