import { realpathSync } from 'node:fs';
import type * as vscode from 'vscode';
import type { Standing } from '../operate/state-text.ts';
import type { UnitState } from '../operate/unit-state.ts';

/** A file may be linked from elsewhere, so the real places are compared. A drop-in stands by its unit. */
export function standingOf(uri: vscode.Uri, state: UnitState): Standing {
  const isDropIn = /\.d\/[^/]+$/.test(uri.path);
  if (isDropIn || state.fragment === '' || state.transient) return 'unknown';
  return real(uri.fsPath) === real(state.fragment) ? 'loaded' : 'elsewhere';
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
