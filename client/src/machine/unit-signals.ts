import * as vscode from 'vscode';
import { setting } from '../settings.ts';
import { commandLog } from '../systemd/command-log.ts';
import type { Manager } from '../systemd/unit-of-file.ts';
import { type ManagerSignals, managerSignals } from './bus/manager-signals.ts';
import { paced } from './pace.ts';

/** The names of units, by the manager they belong to. */
export type NamesByManager = Readonly<Record<Manager, ReadonlySet<string>>>;

export interface UnitSignals extends vscode.Disposable {
  /** Follows these units; whether every change of them is told. */
  follow(names: NamesByManager): boolean;
}

/** Milliseconds between two calls at least, whatever happens to the units. */
const GAP = 100;
const GAP_UNFOCUSED = 2_000;

const MANAGERS = ['system', 'user'] as const;

/** Calls back when something happens to units of this machine's managers, at most a few times a second. */
export function unitSignals(call: () => Promise<void>): UnitSignals {
  const happened = paced(call, () => (vscode.window.state.focused ? GAP : GAP_UNFOCUSED));
  const signals = Object.fromEntries(
    MANAGERS.map((manager) => [
      manager,
      managerSignals(manager, {
        happened,
        changed(live, reason) {
          commandLog.told(
            live
              ? `The ${manager} manager tells changes of units by D-Bus.`
              : `The ${manager} manager is asked every few seconds: ${reason}.`,
          );
          happened();
        },
      }),
    ]),
  ) as Record<Manager, ManagerSignals>;
  return {
    follow(names) {
      // The bus of another machine is out of reach.
      const isHere = setting('host') === '' && setting('machine') === '';
      for (const manager of MANAGERS) signals[manager].follow(isHere ? names[manager] : new Set());
      return MANAGERS.every((manager) => names[manager].size === 0 || signals[manager].live);
    },
    dispose() {
      for (const manager of MANAGERS) signals[manager].dispose();
      happened.dispose();
    },
  };
}
