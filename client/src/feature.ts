import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CommandDeclaration } from './command-declaration.ts';
import type { ManagerChoice } from './machine/manager-choice.ts';
import type { UnitTabs } from './machine/target.ts';
import type { UnitStates } from './machine/unit-state-watcher.ts';

/** What is passed to every feature. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly managers: ManagerChoice;
  readonly states: UnitStates;
  readonly tabs: UnitTabs;
  /** All that features declare. */
  readonly commands: Commands;
}

/** What is also available in a browser, where there is no machine. */
export type EditingServices = Pick<Services, 'context' | 'client'>;

/** Commands by their ids without `systemdUnits.`. */
export type Commands<Id extends string = string> = Readonly<Record<Id, CommandDeclaration>>;

type Handler = Parameters<typeof vscode.commands.registerCommand>[1];

interface Started<Id extends string> {
  /** What each declared command does. */
  readonly run?: Readonly<Record<Id, Handler>>;
  /** What ends with the feature. */
  readonly ends?: readonly vscode.Disposable[];
}

/** One feature: the commands it declares, and what it starts. */
export interface Feature<S = Services> {
  readonly commands: Commands;
  start(services: S): Started<string>;
}

/** A feature that needs no machine. */
export type EditingFeature = Feature<EditingServices>;

/** A feature with commands; the compiler sees to it that each declared command does something. */
export const featureWithCommands = <Id extends string, S = Services>(feature: {
  readonly commands: Commands<Id>;
  start(services: S): Started<Id> & { readonly run: Readonly<Record<Id, Handler>> };
}): Feature<S> => feature;

/** A feature without commands. */
export const feature = <S = Services>(start: (services: S) => vscode.Disposable): Feature<S> => ({
  commands: {},
  start: (services) => ({ ends: [start(services)] }),
});

/** Starts features and registers their commands. */
export function startAll<S>(features: readonly Feature<S>[], services: S): vscode.Disposable[] {
  return features.flatMap((each) => {
    const { run = {}, ends = [] } = each.start(services);
    const commands = Object.entries(run).map(([id, handler]) =>
      vscode.commands.registerCommand(`systemdUnits.${id}`, handler),
    );
    return [...ends, ...commands];
  });
}
