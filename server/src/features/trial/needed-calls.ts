import { membersOf, syscallGroups } from '../../values/security/syscall-groups.ts';
import { smallestSet } from './smallest-set.ts';

/** Groups that hold others, or what is allowed anyway. */
const OTHERS = ['@default', '@known', '@system-service', '@obsolete'];

/**
 * The system calls that a filter has to allow in addition, found by trials: first groups, then their calls. Undefined where
 * no groups are enough.
 * @param passes whether the service works with a line `SystemCallFilter=` of these words below its own
 */
export async function neededCalls(
  version: number,
  passes: (words: readonly string[]) => Promise<boolean>,
): Promise<readonly string[] | undefined> {
  const groups = syscallGroups.map(({ name }) => name).filter((name) => !OTHERS.includes(name));
  const known = groups.filter((name) => membersOf(name, version).length > 0);
  if (!(await passes(known))) return undefined;
  const needed = await smallestSet(known, passes);
  const calls = needed.flatMap((name) => callsIn(name, version));
  return await smallestSet(calls, passes);
}

const callsIn = (group: string, version: number): string[] =>
  membersOf(group, version).flatMap((member) => (member.startsWith('@') ? callsIn(member, version) : [member]));
