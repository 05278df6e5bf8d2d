import * as vscode from 'vscode';

/** The output channel of the extension, and the same channel as what passes between client and server is written to. */
export interface Log {
  readonly outputChannel: vscode.LogOutputChannel;
  readonly traceOutputChannel: vscode.LogOutputChannel;
}

const SETTING = 'systemdUnits.trace.server';

/**
 * The language client traces only while its channel is at level Trace, which is chosen in the channel's own menu. With
 * `systemdUnits.trace.server` set it is as if it were, and what is traced is written whatever the level.
 */
export function createLog(context: vscode.ExtensionContext, name: string): Log {
  const outputChannel = vscode.window.createOutputChannel(name, { log: true });
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const level = (): vscode.LogLevel => (isTracing() ? vscode.LogLevel.Trace : outputChannel.logLevel);
  const own: Partial<vscode.LogOutputChannel> = {
    trace: (message, ...rest) => (isTracing() ? outputChannel.info : outputChannel.trace)(message, ...rest),
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
  };
  context.subscriptions.push(
    outputChannel,
    changed,
    outputChannel.onDidChangeLogLevel(() => changed.fire(level())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) changed.fire(level());
    }),
  );
  return { outputChannel, traceOutputChannel: over(outputChannel, own) };
}

const isTracing = (): boolean => vscode.workspace.getConfiguration().get(SETTING, 'off') !== 'off';

/** An object with some of its members replaced; the others are the object's own. */
const over = <T extends object>(object: T, members: Partial<T>): T =>
  new Proxy(object, {
    get(target, key) {
      const found = Reflect.get(key in members ? members : target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
