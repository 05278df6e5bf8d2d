import { nearest } from '../../text/edit-distance.ts';
import type { Located } from '../located.ts';
import { type Consequence, faultAt, listWords, quoted } from '../problem.ts';
import type { ValueProblem } from '../value-type.ts';

/** The partitions an image may have: `partition_designator_to_string()`, src/shared/gpt.c. */
export const PARTITIONS = [
  'root',
  'usr',
  'home',
  'srv',
  'esp',
  'xbootldr',
  'swap',
  'root-verity',
  'usr-verity',
  'root-verity-sig',
  'usr-verity-sig',
  'tmp',
  'var',
] as const;

export const isPartition = (text: string): boolean => (PARTITIONS as readonly string[]).includes(text);

/** The fault of a name that is not a partition's. */
export function invalidPartition(name: Located, consequence: Consequence): ValueProblem | undefined {
  if (isPartition(name.text)) return undefined;
  const guess = nearest(name.text, PARTITIONS);
  const remedy = guess ? `Did you mean ${guess}?` : `Partitions are ${listWords(PARTITIONS, 'and')}.`;
  const what = `Unknown partition ${quoted(name.text)}`;
  return faultAt(name.span(), {
    rule: 'value-invalid',
    consequence,
    what,
    remedy,
    ...(guess && { replacement: guess }),
  });
}
