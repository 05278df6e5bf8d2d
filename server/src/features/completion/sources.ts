import { valuesWritten } from '../../schema/usage.ts';
import type { CandidateSource, Completion } from '../../values/value-type.ts';
import { deviceCandidates } from '../networks/complete-devices.ts';
import { unitCandidates } from './complete-units.ts';
import type { Ranked, SourcePlace } from './completion-item.ts';
import { pathCandidates } from './paths.ts';
import { podmanCandidates } from './podman-resources.ts';
import { variableCandidates } from './variables.ts';

/** What the workspace and the machine offer. */
export async function sourceCandidates({ sources = [] }: Completion, place: SourcePlace): Promise<Ranked[]> {
  const found = await Promise.all(sources.map((source) => candidatesOf(source, place)));
  return found.flat();
}

function candidatesOf(source: CandidateSource, place: SourcePlace): readonly Ranked[] | Promise<readonly Ranked[]> {
  switch (source.type) {
    case 'unit':
      return unitCandidates(source, place);
    case 'path':
      return pathCandidates(source, place);
    case 'device':
      return deviceCandidates(source, place);
    case 'podman':
      return podmanCandidates(source.resource, place);
    case 'user':
      return accounts(place.environment.users, place);
    case 'group':
      return accounts(place.environment.groups, place);
    case 'environment-variable':
      return variableCandidates(place);
    case 'specifier':
      return [];
  }
}

/** Users of every Debian (base-passwd) that stand for no service of today. */
const BASE = new Set('bin sys sync games man lp mail news uucp proxy backup list irc gnats'.split(' '));

/** Users or groups: one called as the unit is first, then those that units run as, root and nobody last. */
function accounts(names: readonly string[], { context }: SourcePlace): Ranked[] {
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
