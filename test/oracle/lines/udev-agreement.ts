import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { addedTo } from '../daemons/ask.ts';
import { absence, VERIFY_SINCE } from './ask.ts';
import type { RuleComparison } from './udev-rules.ts';

/** How much of what udev complains of we find. */
const AIM = 0.97;

/** Why udev cannot be asked. */
export const udevAbsence = (version: number): string | undefined =>
  absence(version) ??
  (existsSync(join(addedTo(version), '.complete'))
    ? undefined
    : `no udev of systemd ${version} on this machine; test/oracle/chroots.sh fetches it`);

/** Fails for every rule of which udev does not complain and we do, and where we find too few of its complaints. */
export function expectAgreement(what: string, version: number, files: readonly RuleComparison[][]): void {
  const all = files.flat();
  const told = ({ rule, said, found }: RuleComparison): string => `${rule}\n  udev: ${said}\n  we: ${found}`;
  const wrong = all.filter(({ program, ours }) => ours && !program);
  const complaints = all.filter(({ program }) => program);
  const missed = complaints.filter(({ ours }) => !ours);
  console.log(
    `systemd ${version}, ${what}: ${all.length} rules, ${complaints.length} complaints, ${wrong.length} false, ${missed.length} missed`,
  );
  expect(wrong.map(told)).toEqual([]);
  const isOtherStyle = ({ program, ours, remarks }: RuleComparison): boolean =>
    !program && !ours && remarks.program !== remarks.ours;
  if (version >= VERIFY_SINCE) expect(all.filter(isOtherStyle).map(told)).toEqual([]);
  expect(missed.length, missed.map(told).join('\n')).toBeLessThanOrEqual(complaints.length * (1 - AIM));
}
