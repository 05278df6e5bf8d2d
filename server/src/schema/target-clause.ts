import { isSeveral, listTargets, type Target } from './targets.ts';

/** How a message speaks of the version it is about: `; the target is 252, which ignores this line.` */
export const theTarget = (version: number): string => `${targetIs(version)}, which`;

/** The same where the sentence goes on without it: `; the target is 252; systemd refuses the unit.` */
export const targetIs = (version: number): string => `the target is ${version}`;

const CLAUSE = /\bthe target is \d+, which (\w+)/;
const ASIDE = /; the target is \d+(?=;)/;

/**
 * A message about some of the targets, which it names: `MemoryZSwapMax= exists since systemd 253; Debian 12 (252) ignores
 * it.` One that speaks of no version tells in a sentence more where it holds.
 */
export function messageFor(message: string, held: readonly Target[], all: readonly Target[]): string {
  const [clause, verb] = CLAUSE.exec(message) ?? [];
  if (clause !== undefined && verb !== undefined)
    return message.replace(clause, `${listTargets(held)} ${isSeveral(held) ? pluralOf(verb) : verb}`);
  if (ASIDE.test(message)) return message.replace(ASIDE, `, later than ${listTargets(held)}`);
  if (held.length === all.length) return message;
  const end = /[.?!]$/.test(message) ? '' : '.';
  const isMost = held.length > all.length / 2 && all.length > 2;
  const others = all.filter((target) => !held.includes(target));
  return `${message}${end} ${isMost ? `This holds for all targets but ${listTargets(others)}.` : `This holds for ${listTargets(held)}.`}`;
}

/** `ignores` of one, `ignore` of several. */
const pluralOf = (verb: string): string => (verb === 'does' ? 'do' : verb.replace(/s$/, ''));
