import type { LineRule } from '../../../engine/rule.ts';
import { devices } from './devices.ts';
import { missingMatch } from './missing-match.ts';
import { worldReadableKey } from './world-readable-key.ts';

/** What systemd-networkd and systemd-udevd say of a file as a whole. */
export const networkdRules: readonly LineRule[] = [missingMatch, devices, worldReadableKey];
