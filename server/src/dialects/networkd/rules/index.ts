import type { FileRule } from '../../../engine/rule.ts';
import { devices } from './devices.ts';
import { missingMatch } from './missing-match.ts';

/** What systemd-networkd and systemd-udevd say of a file as a whole. */
export const networkdRules: readonly FileRule[] = [missingMatch, devices];
