import * as vscode from 'vscode';

/** The settings `systemdUnits.*` that the client reads; the language server reads the others. */
export interface Settings {
  readonly manager: 'auto' | 'system' | 'user';
  readonly diagnosticMode: 'openFilesOnly' | 'workspace';
  readonly 'codeLens.enabled': boolean;
  readonly decorations: boolean;
  readonly privileges: 'polkit' | 'sudo' | 'run0' | 'pkexec';
  readonly host: string;
  readonly machine: string;
  /** Seconds. */
  readonly 'trial.limit': number;
  readonly 'trial.watch': number;
}

export function setting<K extends keyof Settings>(key: K, scope?: vscode.Uri): Settings[K] {
  return vscode.workspace.getConfiguration('systemdUnits', scope).get(key) as Settings[K];
}
