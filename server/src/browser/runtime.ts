import type { Connection } from 'vscode-languageserver';
import type { FoundFile, Runtime } from '../lsp/runtime.ts';
import { pathToUri } from '../lsp/uris.ts';
import { type Manual, openManual } from '../manual/index.ts';
import { unpackBundle } from '../manual/unpack.ts';
import { roleOf } from '../units/location.ts';

/** What a server without files of its own asks its client; all of them answer null where there is nothing. */
const ASK = {
  /** A folder's uri in, uris of the files below it out. */
  files: 'systemdUnits/web/files',
  /** A file's uri in, its text out. */
  text: 'systemdUnits/web/text',
  /** The bytes of manual.bin. */
  manual: 'systemdUnits/web/manual',
} as const;

/** A page in a browser has no machine: files come from the client, the manual from the package, the rest is absent. */
export function browserRuntime(connection: Connection, version: string): Runtime {
  let manual: Manual | undefined;
  const ask = <T>(method: string, params?: unknown): Promise<T | undefined> =>
    connection.sendRequest<T | null>(method, params).then(
      (answer) => answer ?? undefined,
      () => undefined,
    );
  const filesBelow = async (folderUri: string): Promise<FoundFile[]> => {
    const uris = (await ask<readonly string[]>(ASK.files, { uri: folderUri })) ?? [];
    return uris.map((uri) => ({ path: decodeURIComponent(new URL(uri).pathname) })).filter(({ path }) => roleOf(path));
  };
  return {
    version,
    manual: () => manual,
    /** There is none; but this is asked once at the start, before the first answers that need the manual. */
    async machineVersion() {
      const bytes = await ask<Uint8Array>(ASK.manual);
      const bundle = bytes && unpackBundle(bytes);
      manual = bundle && openManual(bundle);
      return undefined;
    },
    workspaceFiles: ({ uri }) => filesBelow(uri),
    machinePaths: async () => ({ system: [], user: [] }),
    unitFiles: async () => [],
    async filesBeside(fragment, owners) {
      const folder = fragment.slice(0, fragment.lastIndexOf('/'));
      const dropIns = await Promise.all(owners.map((owner) => filesBelow(pathToUri(`${folder}/${owner}.d`))));
      const own = await ask<string>(ASK.text, { uri: pathToUri(fragment) });
      return [...(own === undefined ? [] : [{ path: fragment }]), ...dropIns.flat()];
    },
    readText: (path) => ask<string>(ASK.text, { uri: pathToUri(path) }),
    accounts: async () => ({ users: [], groups: [] }),
  };
}
