import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ManagerChoice } from './machine/manager-choice.ts';
import type { UnitStates } from './machine/unit-state-watcher.ts';
import type { UnitTabs } from './machine/unit-tabs.ts';

/** What every feature is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly managers: ManagerChoice;
  readonly states: UnitStates;
  readonly tabs: UnitTabs;
}

/** One feature: registers itself and returns what ends it. */
export type Feature = (services: Services) => vscode.Disposable;

/** A feature that needs no machine, and is there in a browser as well. */
export type EditingFeature = (services: Pick<Services, 'context' | 'client'>) => vscode.Disposable;
