import type { Severity } from '../values/value-type.ts';

/** From worst to least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
