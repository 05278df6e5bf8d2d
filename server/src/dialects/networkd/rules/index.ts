import type { LineRule } from '../../../engine/rule.ts';
import { conflicts } from './conflicts.ts';
import { contradictions } from './contradictions.ts';
import { devices } from './devices.ts';
import { incompleteSections } from './incomplete-sections.ts';
import { missingMatch } from './missing-match.ts';
import { worldReadableKey } from './world-readable-key.ts';

/** What systemd-networkd and systemd-udevd say of a file as a whole. */
export const networkdRules: readonly LineRule[] = [
  missingMatch,
  devices,
  incompleteSections,
  contradictions,
  conflicts,
  worldReadableKey,
];
