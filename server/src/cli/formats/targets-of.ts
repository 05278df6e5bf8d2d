import { podmanName } from '../../schema/podman.ts';
import type { Severity } from '../../values/value-type.ts';
import type { CheckProblem } from '../problem.ts';
import type { TargetVersion } from '../target-version.ts';

/** What a report for programs says of a target that a finding holds for. */
export interface ReportedTarget {
  readonly name: string;
  readonly systemdVersion: number;
  /** `5.4`; missing where it is not known. */
  readonly podmanVersion?: string;
  readonly severity: Severity;
}

/** The targets a finding holds for; undefined where only one was asked about. */
export function targetsOf(
  { heldFor, severity }: CheckProblem,
  { targets }: TargetVersion,
): readonly ReportedTarget[] | undefined {
  if (targets.length < 2) return undefined;
  const held = heldFor ?? targets.map((target) => ({ target, severity }));
  return held.map(({ target: { distribution, wanted, podman }, severity: there }) => ({
    name: distribution ?? `systemd ${wanted}`,
    systemdVersion: wanted,
    ...(podman !== undefined && { podmanVersion: podmanName(podman) }),
    severity: there,
  }));
}
