import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CodeLens, FileChangeType } from 'vscode-languageserver-protocol';
import { createQuadletFiles } from '../../server/src/lsp/quadlet-files.ts';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import type { EffectiveAnswer } from '../../server/src/protocol/requests.ts';
import { checkText } from '../../server/src/service/check.ts';
import { startClient, type TestClient } from './client.ts';

const IMAGE = '[Container]\nImage=quay.io/x/web\n';

describe('what lies around a file on disk', () => {
  let folder: string;
  const fill = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quadlet-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const files = createQuadletFiles(nodeRuntime('0'), () => false);
  const told = (path: string, text: string): string[] =>
    checkText(text, { path, around: { among: files.among(path) } }).map(({ rule }) => rule);

  test('what a drop-in has is not missing', async () => {
    const text = '[Container]\nPublishPort=80:80\n';
    fill({
      'web-front.container': text,
      'web-front.container.d/10.conf': '[Container]\nExec=x\n',
      'web-.container.d/20.conf': IMAGE,
    });
    const path = join(folder, 'web-front.container');
    expect(told(path, text)).toEqual(['quadlet-refused']);
    await files.load(path);
    expect(told(path, text)).toEqual([]);
    fill({ 'web-.container.d/20.conf': '[Container]\n' });
    await files.reload(join(folder, 'web-.container.d/20.conf'));
    expect(told(path, text)).toEqual(['quadlet-refused']);
  });

  test('a file of a shared suffix counts where its sections are those of Quadlet', async () => {
    fill({ 'a.container': IMAGE, 'web.pod': '[Pod]\n', 'book.pod': '=head1 A book\n', 'a.network': '[Match]\n' });
    await files.load(join(folder, 'a.container'));
    const among = files.among(join(folder, 'a.container'))!.files;
    expect(among.map(({ path }) => path).sort()).toEqual([join(folder, 'a.container'), join(folder, 'web.pod')]);
  });

  test('in a folder of Podman all files are known', async () => {
    const root = 'etc/containers/systemd';
    fill({ [`${root}/a.container`]: `${IMAGE}Network=lan.network\n`, [`${root}/below/web.container`]: IMAGE });
    const path = join(folder, root, 'a.container');
    await files.load(path);
    expect(files.among(path)).toMatchObject({ areAll: true, files: [{}, {}] });
  });
});

describe('the generated unit', () => {
  const FILES: Record<string, string> = {
    '/w/web.container': `${IMAGE}Network=lan.network\n[Install]\nWantedBy=default.target\n`,
    '/w/web.container.d/10.conf': '[Service]\nRestart=always\n',
    '/w/lan.network': '[Network]\nServiceName=front\n',
    '/w/bad.container': '[Container]\n',
  };
  let client: TestClient;
  let files: Record<string, string>;
  beforeEach(async () => {
    files = { ...FILES };
    const found = () => Object.keys(files).map((path) => ({ path }));
    client = await startClient({
      folders: ['file:///w'],
      initializationOptions: {
        showPlacesCommand: 'places',
        showEffectiveCommand: 'whole',
        showGeneratedCommand: 'made',
      },
      runtime: {
        workspaceFiles: async () => found(),
        quadletFiles: async (folders) => (folders.includes('/w') ? found() : []),
        readText: async (path) => files[path],
      },
    });
    await client.indexed;
  });
  afterEach(() => client.close());

  /** Each line, and behind it where it is from. */
  async function shown(uri: string): Promise<string[]> {
    const answer = await client.connection.sendRequest<EffectiveAnswer>('systemdUnits/effective', {
      textDocument: { uri },
    });
    return answer.text.split('\n').map((line, i) => {
      const from = answer.origins.filter((origin) => origin.line === i);
      const places = from.map((origin) => `${origin.uri.slice('file:///w/'.length)}:${origin.sourceLine + 1}`);
      return [line, ...(answer.made?.added.includes(i) ? [answer.made.by] : places)].join('  < ');
    });
  }

  test('says nothing of blank lines', async () => {
    await client.open('file:///w/web.container', '[Container]\nImage=x\n\n# Note\n\n[Service]\n\nRestart=no\n|');
    const blank = (await shown('file:///w/web.container')).filter((line) => /^\s*(?:<|$)/.test(line));
    expect(new Set(blank)).toEqual(new Set(['']));
    expect(await shown('file:///w/web.container')).toContain('# Note  < web.container:4');
  });

  test('shows of each line where it is from', async () => {
    await client.open('file:///w/web.container', FILES['/w/web.container']!);
    expect(await shown('file:///w/web.container')).toEqual([
      '[X-Container]',
      'Image=quay.io/x/web  < web.container:2',
      'Network=lan.network  < web.container:3',
      '',
      '[Install]',
      'WantedBy=default.target  < web.container:5',
      '',
      '[Service]',
      'Restart=always  < web.container.d/10.conf:2',
      ...[
        'Environment=PODMAN_SYSTEMD_UNIT=%n',
        'KillMode=mixed',
        'ExecStop=/usr/bin/podman rm -v -f -i systemd-%N',
        'ExecStopPost=-/usr/bin/podman rm -v -f -i systemd-%N',
        'Delegate=yes',
        'Type=notify',
        'NotifyAccess=all',
        'SyslogIdentifier=%N',
      ].map((line) => `${line}  < Podman`),
      'ExecStart=/usr/bin/podman run --name systemd-%N --replace --rm --cgroups=split --network systemd-lan --sdnotify=conmon -d quay.io/x/web  < web.container:3  < web.container:2',
      '',
      '[Unit]',
      'Wants=network-online.target  < Podman',
      'After=network-online.target  < Podman',
      'SourcePath=/w/web.container  < Podman',
      'RequiresMountsFor=%t/containers  < Podman',
      'Requires=front.service  < web.container:3',
      'After=front.service  < web.container:3',
      '',
    ]);
  });

  test('follows what is typed in the file, in its drop-in and in a file it names', async () => {
    await client.open('file:///w/web.container', `${IMAGE}Network=lan.network\n`);
    await client.open('file:///w/lan.network', '[Network]\nServiceName=other\n');
    await client.open('file:///w/web.container.d/10.conf', '[Unit]\nDescription=Web\n');
    const lines = await shown('file:///w/web.container');
    expect(lines).toContain('Requires=other.service  < web.container:3');
    expect(lines).toContain('Description=Web  < web.container.d/10.conf:2');
    expect(await shown('file:///w/web.container.d/10.conf')).toEqual(lines);
  });

  test('is offered above the file', async () => {
    await client.open('file:///w/web.container', IMAGE);
    const textDocument = { uri: 'file:///w/web.container' };
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command)).toContainEqual({ title: 'Generated unit', command: 'made' });
  });

  test('says why there is none', async () => {
    await client.open('file:///w/bad.container', FILES['/w/bad.container']!);
    expect(await shown('file:///w/bad.container')).toEqual([
      '# Image= is missing, and Rootfs= is not set either; Podman does not generate a service from this file.',
      '',
    ]);
  });

  test('a drop-in that is changed on disk is one for the open file', async () => {
    await client.open('file:///w/bad.container', FILES['/w/bad.container']!);
    files['/w/bad.container.d/10.conf'] = IMAGE;
    const renewed = client.nextDiagnostics('file:///w/bad.container');
    const changes = [{ uri: 'file:///w/bad.container.d/10.conf', type: FileChangeType.Created }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await renewed).toEqual([]);
  });
});
