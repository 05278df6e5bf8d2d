import * as vscode from 'vscode';
import { ask } from '../node/process.ts';
import { systemctl } from '../operate/command.ts';
import type { Manager } from '../operate/unit-of-file.ts';

/** What each unit is at the moment (`active`, `failed` …), as far as the manager knows it and may be asked. */
export async function statesOf(names: readonly string[], manager: Manager): Promise<Record<string, string>> {
  // Templates have no state, and systemctl refuses to be asked for one.
  const asked = names.filter((name) => !name.includes('@.'));
  if (!vscode.workspace.isTrusted || asked.length === 0) return {};
  const output = (await ask(systemctl(manager, ['show', '--property=Id,Names,LoadState,ActiveState'], asked))) ?? '';
  const states: Record<string, string> = {};
  for (const [i, block] of output.split('\n\n').entries()) {
    const property = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(block)?.[1] ?? '';
    const name = asked[i];
    if (name !== undefined && property('LoadState') === 'loaded') states[name] = property('ActiveState');
  }
  return states;
}
