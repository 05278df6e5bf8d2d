import { parseUnitName, type UnitName } from '../../../server/src/index.ts';

/** The names of units that another program makes of files, as the language server knows them with the files' drop-ins. */
export interface MadeNames {
  /** The name of a file's unit, by what its path and text tell: drop-ins may tell another. */
  of(uri: string, told: UnitName): UnitName;
  /** Asks for the names of some files and forgets those of others; whether one has changed. */
  refresh(files: readonly MadeFile[], ask: (uri: string) => Promise<string | null>): Promise<boolean>;
}

export interface MadeFile {
  readonly uri: string;
  /** The name by path and text. */
  readonly told: UnitName;
}

export function createMadeNames(): MadeNames {
  /** What was told by path and text when the server was asked: once that has changed, the answer is outdated. */
  const known = new Map<string, { readonly told: string; readonly name: UnitName }>();
  const of = (uri: string, told: UnitName): UnitName => {
    const found = known.get(uri);
    return found?.told === told.text ? found.name : told;
  };
  return {
    of,
    async refresh(files, ask) {
      const uris = new Set(files.map(({ uri }) => uri));
      for (const uri of [...known.keys()]) if (!uris.has(uri)) known.delete(uri);
      const changes = await Promise.all(
        files.map(async ({ uri, told }) => {
          const answer = await ask(uri);
          const name = (answer && parseUnitName(answer)) || told;
          const isChanged = of(uri, told).text !== name.text;
          known.set(uri, { told: told.text, name });
          return isChanged;
        }),
      );
      return changes.includes(true);
    },
  };
}
