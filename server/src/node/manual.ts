import type { Manual } from '../manual/index.ts';

/** The manual for a target version: installed pages of that version, else the bundled ones. */
export const manualFor = (_targetVersion: number): Manual | undefined => undefined;
