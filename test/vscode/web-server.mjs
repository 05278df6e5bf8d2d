// VS Code's workbench as plain files, as vscode.dev serves it: no extension host, no machine, nothing but a browser.
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repo } from '../../client/scripts/prepare.mjs';
import { installVsCodeWeb } from './web-install.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const filesExtension = fileURLToPath(new URL('web-files/', import.meta.url));

/**
 * Serves the workbench on a loopback port, with our extension and `pages:/` for the files of a folder.
 * @returns {Promise<{url: (file: string) => string, close: () => void}>}
 */
export async function serveWorkbench(folder) {
  const code = installVsCodeWeb();
  const roots = { vscode: code, 'systemd-units': repo, 'web-files': filesExtension, files: folder };
  const answers = {
    stat: (path) => json(statOf(join(folder, path))),
    list: (path) => json(readdirSync(join(folder, path)).map((name) => [name, statOf(join(folder, path, name)).type])),
  };
  const server = createServer((request, response) => {
    const { pathname, host } = new URL(request.url, `http://${request.headers.host}`);
    const [, first, ...rest] = normalize(decodeURIComponent(pathname)).split('/');
    const path = rest.join('/');
    try {
      if (first === 'vscode' && path === '')
        return response.writeHead(200, { 'content-type': 'text/html' }).end(page(host));
      const answer = answers[first]?.(path);
      if (answer) return response.writeHead(200, { 'content-type': TYPES['.json'] }).end(answer);
      return sendFile(response, join(roots[first] ?? '/nowhere', path));
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    // Browsers know every name below `localhost` to be this machine.
    url: (file) =>
      `http://workbench.vscode.localhost:${port}/vscode/?${new URLSearchParams({ file: `pages:${file}` })}`,
    close: () => server.close(),
  };
}

const json = (value) => JSON.stringify(value);

function statOf(path) {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  return { type: statSync(path).isDirectory() ? 2 : 1, size, mtime: mtimeMs, ctime: ctimeMs };
}

function sendFile(response, path) {
  if (!statSync(path).isFile()) throw new Error('no file');
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(response);
}

/** Opens `pages:/` and in it the file that the address names. */
const page = (authority) => `<!DOCTYPE html>
<meta charset="utf-8">
<link rel="stylesheet" href="./out/vs/workbench/workbench.web.main.internal.css">
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL('./out/', location.href).href.split('?')[0];</script>
<script type="module" src="./out/nls.messages.js"></script>
<script type="module">
  import { create, URI } from './out/vs/workbench/workbench.web.main.internal.js';
  create(document.body, {
    ...${JSON.stringify(configuration(authority))},
    workspaceProvider: {
      workspace: { folderUri: URI.parse('pages:/') },
      payload: [['openFile', new URLSearchParams(location.search).get('file')]],
      trusted: true,
      open: async () => false,
    },
  });
</script>
`;

/** Webviews come from an origin of their own each, but of the same site, as on vscode.dev. */
const webviewEndpoint = (authority) =>
  `http://{{uuid}}${authority.slice(authority.indexOf('.'))}/vscode/out/vs/workbench/contrib/webview/browser/pre`;

const configuration = (authority) => ({
  webviewEndpoint: webviewEndpoint(authority),
  developmentOptions: {
    extensions: ['/systemd-units', '/web-files'].map((path) => ({ scheme: 'http', authority, path })),
  },
  configurationDefaults: {
    'editor.hover.delay': 100,
    'security.workspace.trust.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
  },
});
