import type { AssignmentNode } from '../../syntax/tree.ts';
import type { CandidateSource, Completion, ValueContext } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import { pathCandidates } from './paths.ts';
import { unitCandidates } from './units.ts';
import type { Ranked } from './values.ts';
import { variableCandidates } from './variables.ts';

/** Where candidates that the value type cannot know are asked for. */
export interface SourcePlace {
  readonly document: Document;
  readonly node: AssignmentNode;
  readonly context: ValueContext;
  /** What stands between the start of the replaced text and the cursor. */
  readonly typed: string;
  readonly environment: Environment;
}

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
      return accounts(place.environment.users);
    case 'group':
      return accounts(place.environment.groups);
    case 'environment-variable':
      return variableCandidates(place);
    case 'specifier':
      return [];
  }
}

const accounts = (names: readonly string[]): Ranked[] => names.map((label) => [{ label, kind: 'user' }, 0]);
