import { realpathSync } from 'node:fs';
import type * as vscode from 'vscode';
import type { FileRelation } from '../systemd/state-text.ts';
import type { UnitState } from '../systemd/unit-state.ts';

/** A file may be linked from elsewhere, so the real places are compared. */
export function fileRelation(uri: vscode.Uri, state: UnitState): FileRelation {
  if (state.fragment === '' || state.transient) return 'unknown';
  const path = realPath(uri.fsPath);
  if (/\.d\/[^/]+$/.test(uri.path)) {
    return state.dropIns.split(' ').some((dropIn) => realPath(dropIn) === path) ? 'loaded' : 'not-loaded';
  }
  return path === realPath(state.fragment) ? 'loaded' : 'elsewhere';
}

/** The path itself where it leads nowhere. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
