import type { CandidateSource, Completion } from '../../values/value-type.ts';
import { accounts } from './accounts.ts';
import { unitCandidates } from './complete-units.ts';
import type { Ranked, SourcePlace } from './completion-place.ts';
import { pathCandidates } from './paths.ts';
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
