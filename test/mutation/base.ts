import type { UnitKind } from '../../server/src/schema/kinds.ts';
import { type Manager, type Question, verifyEach } from '../oracle/verify.ts';
import { complaints } from './verdict.ts';

/** A unit to be mutated. */
export interface Unit {
  readonly name: string;
  readonly text: string;
}

export const kindOf = (name: string): UnitKind => name.slice(name.lastIndexOf('.') + 1) as UnitKind;

const SERVICE = '[Service]\nExecStart=/bin/true\n';

/**
 * The unit under a name of its own, so that many can be asked about together: mounts and swaps move below a directory
 * of that name, and names on the bus, of which each may have one owner, get it at their end.
 */
export function renamed({ name, text }: Unit, stem: string): Question {
  const kind = kindOf(name);
  const own = text.replace(/^(BusName=[\w.-]+)$/m, `$1.${stem}`);
  if (kind === 'mount' || kind === 'automount' || kind === 'swap') {
    const moved = own.replace(kind === 'swap' ? /^What=\//m : /^Where=\//m, `$&${stem}/`);
    return { name: `${stem}-${name}`, text: moved, partners: partnersOf(kind, `${stem}-${name}`) };
  }
  if (kind === 'slice') return { name: `${stem}-${name}`, text: own };
  const at = name.includes('@') ? '@' : '';
  return { name: `${stem}${at}.${kind}`, text: own, partners: partnersOf(kind, stem) };
}

/** What the unit needs beside it to be content. */
function partnersOf(kind: UnitKind, stem: string): Record<string, string> {
  if (kind === 'automount') return { [stem.replace(/automount$/, 'mount')]: '[Mount]\nWhat=/dev/x\n' };
  if (!['socket', 'timer', 'path'].includes(kind)) return {};
  return { [`${stem}.service`]: SERVICE, [`${stem}@.service`]: SERVICE };
}

/** The units of which systemd says nothing: whatever it says of a mutant is the mutation's doing. */
export function withoutComplaint(units: readonly Unit[], options: { version: number; manager: Manager }): Unit[] {
  const verdicts = verifyEach(
    options,
    units.map((unit, index) => renamed(unit, `b${index}`)),
  );
  return units.filter((_, index) => complaints(verdicts[index]!).length === 0);
}
