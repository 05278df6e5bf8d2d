import { valuesWritten } from '../../schema/usage.ts';
import type { Ranked, SourcePlace } from './completion-place.ts';

/** Users of every Debian (base-passwd) that stand for no service of today. */
const BASE = new Set('bin sys sync games man lp mail news uucp proxy backup list irc gnats'.split(' '));

/** Users or groups: one called as the unit is first, then those that units run as, root and nobody last. */
export function accounts(names: readonly string[], { context }: SourcePlace): Ranked[] {
  const written = [...valuesWritten(context).keys()].filter((name) => name !== 'root');
  const rank = (name: string): number => {
    if (name === context.unit?.prefix) return 0;
    const place = written.indexOf(name);
    if (place >= 0) return 1 + place;
    if (/^(?:nobody|nogroup)$/.test(name)) return 104;
    if (name === 'root') return 103;
    return context.directive.key.endsWith('User') && BASE.has(name) ? 102 : name.startsWith('systemd-') ? 101 : 100;
  };
  return names.map((label) => [{ label, kind: 'user' }, rank(label)]);
}
