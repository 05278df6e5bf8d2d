import { expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { readTargets } from '../../server/src/schema/targets.ts';
import { readCursor } from '../lsp/cursor.ts';
import { testEnvironment } from './environment.ts';

async function at(path: string, marked: string): Promise<string> {
  const { text, offset } = readCursor(marked);
  return (await hover(createDocument(text, { path, version: 262 }), offset, testEnvironment()))?.markdown ?? '';
}

test.each([
  [['ubuntu24.04', 'debian13'], undefined, 'Since Podman 5.3: Debian 13 (Podman 5.4), not Ubuntu 24.04 (Podman 4.9).'],
  [[], 502, 'Since Podman 5.3. The target has Podman 5.2, which does not have it.'],
  [[], 508, 'Since Podman 5.3.'],
])('a key tells which Podman has it: %j %s', async (words, podman, told) => {
  const read = readTargets(words);
  const { text, offset } = readCursor('[Container]\nHealth|LogDestination=local');
  const document = createDocument(text, { path: '/etc/containers/systemd/a.container', version: 257, podman });
  const environment = testEnvironment('targets' in read ? { targets: read.targets } : {});
  const { markdown } = (await hover(document, offset, environment))!;
  expect(markdown).toContain(told);
});

test.each([
  ['web.container', '[Container]\nPub|lishPort=80:80', '**PublishPort=** · `[Container]`'],
  ['web.container', '[Container]\nPub|lishPort=80:80', 'Becomes `--publish` of podman. Since Podman 4.4.'],
  ['web.container', '[Container]\nRead|Only=yes', '`yes` | `no`'],
  ['web.container', '[Cont|ainer]\nImage=x', 'What Podman runs as a container'],
  ['web.container', '[Quad|let]\nDefaultDependencies=no', 'What Quadlet itself does'],
  ['web.container', '[Container]\nImage=x\n[Service]\nRest|art=no', '**Restart=** · `[Service]`'],
  ['web.container', '[Container]\nImage=x\n[Service]\nTimeoutStopSec=1h 3|0', '3,630 seconds'],
  [
    'lan.network',
    '[Network]\nSub|net=10.0.0.0/24\n[Install]\nWantedBy=default.target',
    'Becomes `--subnet` of podman.',
  ],
])('%s %j', async (name, marked, told) => expect(await at(`/etc/containers/systemd/${name}`, marked)).toContain(told));
