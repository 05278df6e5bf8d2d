import type { Document } from '../features/document.ts';
import type { FileState } from '../features/environment.ts';
import type { MachineKnowledge } from '../features/machine-findings.ts';
import { programsOf, searchedFor } from '../features/programs.ts';
import type { Runtime } from './runtime.ts';

/** What the server has looked up on its machine, filled as units ask for it. */
export interface MachineCache extends MachineKnowledge {
  /** Looks at the programs of a document nobody has looked at; whether there is anything new. */
  lookUp(document: Document): Promise<boolean>;
  /** Looks again from now on: something may have been installed. */
  forget(): void;
}

/** A unit with more commands than this is not looked into any further. */
const MOST_PROGRAMS = 100;

export function createMachineCache(
  runtime: Runtime,
  accounts: () => Pick<MachineKnowledge, 'users' | 'groups'>,
): MachineCache {
  const programs = new Map<string, FileState | 'missing'>();
  let generation = 0;
  return {
    program: (path) => programs.get(path),
    get generation() {
      return generation;
    },
    get users() {
      return accounts().users;
    },
    get groups() {
      return accounts().groups;
    },
    async lookUp(document) {
      const { files } = runtime;
      if (!files) return false;
      const look = async (paths: readonly string[]): Promise<boolean> => {
        const unknown = [...new Set(paths)].filter((path) => !programs.has(path)).slice(0, MOST_PROGRAMS);
        await Promise.all(unknown.map(async (path) => void programs.set(path, (await files.look(path)) ?? 'missing')));
        if (unknown.length > 0) generation += 1;
        return unknown.length > 0;
      };
      const named = programsOf(document).flatMap(({ programs }) => programs);
      const isNew = await look(named.flatMap(({ paths }) => paths));
      const missing = named.filter(({ paths }) => paths.every((path) => programs.get(path) === 'missing'));
      return (await look(missing.flatMap(({ name }) => searchedFor(name)))) || isNew;
    },
    forget() {
      programs.clear();
      generation += 1;
    },
  };
}
