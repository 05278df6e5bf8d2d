import type { Connection } from 'vscode-languageserver';
import { mayBeAmongLines } from '../dialects/lines/places.ts';
import { mayBeNetwork } from '../dialects/networkd/networks/places.ts';
import { mayBeQuadlet } from '../dialects/quadlet/identify.ts';
import { type FoundFile, NO_ACCOUNTS, type Runtime } from '../lsp/runtime.ts';
import { pathToUri } from '../lsp/uris.ts';
import { type Manual, openManual } from '../manual/index.ts';
import { unpackBundle } from '../manual/unpack.ts';
import { filesBelowRequest, fileTextRequest, manualBundleRequest } from '../protocol/web-files.ts';
import { roleOf } from '../units/unit-location.ts';

/** A page in a browser has no machine: files come from the client, the manual from the package, the rest is absent. */
export function browserRuntime(connection: Connection, version: string): Runtime {
  let manual: Manual | undefined;
  const textOf = (uri: string): Promise<string | undefined> =>
    orNothing(connection.sendRequest(fileTextRequest, { uri }));
  const filesBelow = async (folderUri: string): Promise<FoundFile[]> => {
    const uris = (await orNothing(connection.sendRequest(filesBelowRequest, { uri: folderUri }))) ?? [];
    const paths = uris.map((uri) => decodeURIComponent(new URL(uri).pathname));
    const isFound = (path: string): boolean => mayBeQuadlet(path) || mayBeNetwork(path) || mayBeAmongLines(path);
    return paths.filter((path) => roleOf(path) ?? isFound(path)).map((path) => ({ path }));
  };
  return {
    version,
    manual: () => manual,
    /** There is none; but this is asked once at the start, before the first answers that need the manual. */
    async machineVersion() {
      const bytes = await orNothing(connection.sendRequest(manualBundleRequest));
      const bundle = bytes && unpackBundle(bytes);
      manual = bundle && openManual(bundle);
      return undefined;
    },
    workspaceFiles: ({ uri }) => filesBelow(uri),
    machinePaths: async () => ({ system: [], user: [] }),
    unitFiles: async () => [],
    async quadletFiles(folders) {
      const found = await Promise.all(folders.map((folder) => filesBelow(pathToUri(folder))));
      return found.flat().filter(({ path }) => mayBeQuadlet(path));
    },
    async networkFiles(folders) {
      const found = await Promise.all(folders.map((folder) => filesBelow(pathToUri(folder))));
      return found.flat().filter(({ path }) => mayBeNetwork(path));
    },
    async lineFiles(folders) {
      const found = await Promise.all(folders.map((folder) => filesBelow(pathToUri(folder))));
      return found.flat().filter(({ path }) => mayBeAmongLines(path));
    },
    async filesBeside(fragment, owners) {
      const folder = fragment.slice(0, fragment.lastIndexOf('/'));
      const dropIns = await Promise.all(owners.map((owner) => filesBelow(pathToUri(`${folder}/${owner}.d`))));
      const own = await textOf(pathToUri(fragment));
      return [...(own === undefined ? [] : [{ path: fragment }]), ...dropIns.flat()];
    },
    readText: (path) => textOf(pathToUri(path)),
    accounts: async () => NO_ACCOUNTS,
  };
}

/** An answer, or undefined where the client has none. */
const orNothing = <T>(answer: Promise<T | null>): Promise<T | undefined> =>
  answer.then(
    (given) => given ?? undefined,
    () => undefined,
  );
