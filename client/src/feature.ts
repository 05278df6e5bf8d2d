import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ManagerChoice } from './features/manager.ts';
import type { UnitStates } from './features/unit-states.ts';

/** What every feature is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly client: LanguageClient;
  readonly managers: ManagerChoice;
  readonly states: UnitStates;
}

/** One feature: registers itself and returns what ends it. */
export type Feature = (services: Services) => vscode.Disposable;
