import * as vscode from 'vscode';
import type { Target } from '../systemd/unit-of-file.ts';

/** Tabs about a unit other than its file. While one has the focus, commands act on its unit. */
export interface UnitTabs extends vscode.Disposable {
  /** The unit of the tab that has the focus. */
  readonly focused: Target | undefined;
  add(panel: vscode.WebviewPanel, target: Target): void;
  readonly onDidChange: vscode.Event<void>;
}

export function unitTabs(): UnitTabs {
  const changed = new vscode.EventEmitter<void>();
  const panels = new Map<vscode.WebviewPanel, Target>();
  return {
    onDidChange: changed.event,
    get focused() {
      return [...panels].find(([panel]) => panel.active)?.[1];
    },
    add(panel, target) {
      panels.set(panel, target);
      panel.onDidChangeViewState(() => changed.fire());
      panel.onDidDispose(() => {
        panels.delete(panel);
        changed.fire();
      });
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
