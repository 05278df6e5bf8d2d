import * as vscode from 'vscode';
import type { UnitState } from '../systemd/unit-state.ts';

const colored = (id: string, color: string): vscode.ThemeIcon => new vscode.ThemeIcon(id, new vscode.ThemeColor(color));

/** A shape and a colour for each state: neither alone has to tell them apart. */
export function unitIcon({ active, load, sub }: UnitState): vscode.ThemeIcon {
  if (load === 'masked') return colored('circle-slash', 'disabledForeground');
  if (load === 'not-found') return colored('circle-outline', 'disabledForeground');
  switch (active) {
    case 'active':
      return sub === 'exited' || sub === 'dead'
        ? colored('pass', 'testing.iconPassed')
        : colored('circle-filled', 'testing.iconPassed');
    case 'failed':
      return colored('error', 'testing.iconFailed');
    case 'activating':
    case 'deactivating':
    case 'reloading':
      return colored('sync', 'testing.iconQueued');
    default:
      return colored('circle-outline', 'foreground');
  }
}
