import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { open, uriOf } from './helpers.ts';

/** What the command of a journal view hands to tests. */
export interface JournalView {
  readonly figures: {
    readonly received: number;
    readonly kept: number;
    readonly matching: number;
    readonly paused: boolean;
    readonly status: string;
  };
  readonly waiting: number;
  readonly onDidShow: vscode.Event<void>;
  show(query: { range?: string; since?: string; until?: string; priority?: number; grep?: string }): Promise<void>;
  pause(paused: boolean): void;
  close(): void;
}

export const viewOf = (name: string): Thenable<JournalView> =>
  vscode.commands.executeCommand('systemdUnits.journalView', uriOf(name));

/** Starts a unit, and has the journal written. */
export const start = (name: string) => {
  execFileSync('systemctl', ['start', name]);
  execFileSync('journalctl', ['--sync']);
};

/** Installs a unit and opens its file. */
export async function link(name: string, text: string): Promise<void> {
  writeFileSync(uriOf(name).fsPath, text);
  execFileSync('systemctl', ['link', uriOf(name).fsPath], { stdio: 'ignore' });
  await open(name);
}
