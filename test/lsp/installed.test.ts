import { afterEach, describe, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol';
import type { FoundFile } from '../../server/src/lsp/runtime.ts';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

const etc = '/etc/systemd/system';
const fragment = '[Service]\nExecStart=/bin/true\n';
const workspace = { '/w/a.service': fragment, '/w/a.service.d/10.conf': '[Service]\nNice=1\n' };

let client: TestClient;
/** Found on the machine from the next change on. */
let added: FoundFile[] = [];
let refreshed = (): null => null;
let machineChanged: (paths: ReadonlySet<string>) => void;
afterEach(() => client.close());

/** Files by path: a text, or `-> target`; what is not below /w is the machine's. */
async function open(files: Readonly<Record<string, string>>, path = '/w/a.service'): Promise<object> {
  const found = Object.entries(files).map(([path, text]) => ({ path, target: /^-> (.*)/.exec(text)?.[1] }));
  const isOwn = ({ path }: { path: string }) => path.startsWith('/w/');
  const read = (path: string): string | undefined => {
    const text = files[path];
    return text?.startsWith('-> ') ? files[text.slice(3)] : text;
  };
  client = await startClient({
    capabilities: {
      ...usualCapabilities,
      workspace: { ...usualCapabilities.workspace, codeLens: { refreshSupport: true } },
    },
    onRequest: { 'workspace/codeLens/refresh': () => refreshed() },
    folders: ['file:///w'],
    initializationOptions: { showPlacesCommand: 'show', showEffectiveCommand: 'effective' },
    runtime: {
      workspaceFiles: async () => found.filter(isOwn),
      machinePaths: async () => ({ system: [etc], user: [] }),
      unitFiles: async () => [...found.filter((file) => !isOwn(file)), ...added],
      readText: async (path) => read(path),
      watchFolders: async (_, changed) => {
        machineChanged = changed;
        return () => undefined;
      },
    },
  });
  await client.indexed;
  const uri = `file://${path}`;
  await client.open(uri, read(path)!);
  return { textDocument: { uri } };
}

const lenses = async (params: object): Promise<string[]> =>
  (await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', params)).map(
    ({ command }) => command!.title,
  );

interface Effective {
  readonly text: string;
  readonly other?: string;
  readonly origins: readonly { readonly uri: string }[];
}

const effective = (params: object, view?: string): Promise<Effective> =>
  client.connection.sendRequest('systemdUnits/effective', { ...params, view });

describe('a unit of the workspace', () => {
  test('that is not installed counts with its own drop-ins', async () => {
    const params = await open(workspace);
    expect(await lenses(params)).toEqual(['1 drop-in', 'Effective unit']);
    const { text, other } = await effective(params);
    expect(text).toMatch(/^# a\.service as systemd reads it: its file and one drop-in\n\n\[Service\]\n/);
    expect([text.includes('Nice=1'), other]).toEqual([true, undefined]);
  });

  test('that is linked without its drop-in counts as the manager has it; the workspace is told apart', async () => {
    const params = await open({ ...workspace, [`${etc}/a.service`]: '-> /w/a.service' });
    expect(await lenses(params)).toEqual(['1 drop-in not installed', 'Effective unit']);
    const installed = await effective(params);
    expect(installed.text).toBe(
      [
        '# a.service as it is installed: one file, no drop-ins',
        '# Not installed, so not in force: /w/a.service.d/10.conf',
        '',
        '[Service]',
        '# /w/a.service',
        'ExecStart=/bin/true',
        '',
      ].join('\n'),
    );
    expect(installed.origins.map(({ uri }) => uri)).toEqual(['file:///w/a.service']);
    expect(installed.other).toBe('workspace');
    const own = await effective(params, 'workspace');
    expect(own.text).toMatch(/^# a\.service as this workspace would have it: its file and one drop-in\n/);
    expect([own.text.includes('Nice=1'), own.other]).toEqual([true, 'installed']);
  });

  test.each([
    ['linked', '-> /w/a.service.d/10.conf'],
    ['copied', '[Service]\nNice=1\n'],
  ])('whose drop-in is %s has no drop-in that is not installed', async (_, dropIn) => {
    const params = await open({
      ...workspace,
      [`${etc}/a.service`]: '-> /w/a.service',
      [`${etc}/a.service.d/10.conf`]: dropIn,
    });
    expect(await lenses(params)).toEqual(['1 drop-in', 'Effective unit']);
    const { text } = await effective(params);
    expect(text).toMatch(/^# a\.service as it is installed: its file and one drop-in\n\n\[Service\]\n/);
    expect(text).toContain('Nice=1');
  });

  test('that the machine changes by a drop-in of its own tells both', async () => {
    const params = await open({
      ...workspace,
      [`${etc}/a.service`]: '-> /w/a.service',
      [`${etc}/a.service.d/90-local.conf`]: '[Service]\nNice=5\n',
    });
    expect(await lenses(params)).toEqual(['1 drop-in, 1 drop-in not installed', 'Effective unit']);
    expect((await effective(params)).text).toContain('Nice=5');
  });

  test('that is linked meanwhile has its lenses asked for anew', async () => {
    const params = await open(workspace);
    expect(await lenses(params)).toEqual(['1 drop-in', 'Effective unit']);
    added = [{ path: `${etc}/a.service`, target: '/w/a.service' }];
    const told = new Promise<null>((resolve) => {
      refreshed = () => {
        resolve(null);
        return null;
      };
    });
    machineChanged(new Set([`${etc}/a.service`]));
    await told;
    expect(await lenses(params)).toEqual(['1 drop-in not installed', 'Effective unit']);
    added = [];
  });

  test('that lies in the unit paths has one view', async () => {
    const path = `${etc}/a.service`;
    const params = await open({ [path]: fragment, [`${path}.d/10.conf`]: '[Service]\nNice=1\n' }, path);
    expect(await lenses(params)).toEqual(['1 drop-in', 'Effective unit']);
    expect((await effective(params)).other).toBeUndefined();
  });
});
