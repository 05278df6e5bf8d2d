// Runs in VS Code's web worker; `pages:/x` is what the test's server has under /files/x.
const vscode = require('vscode');

exports.activate = ({ extensionUri, subscriptions }) => {
  const ask = async (kind, { path }) => {
    const answer = await fetch(extensionUri.with({ path: `/${kind}${path}` }).toString(true));
    if (!answer.ok) throw vscode.FileSystemError.FileNotFound(path);
    return answer;
  };
  const readOnly = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const provider = {
    onDidChangeFile: new vscode.EventEmitter().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await ask('stat', uri)).json(),
    readDirectory: async (uri) => (await ask('list', uri)).json(),
    readFile: async (uri) => new Uint8Array(await (await ask('files', uri)).arrayBuffer()),
    writeFile: readOnly,
    createDirectory: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('pages', provider, { isReadonly: true }));
};
