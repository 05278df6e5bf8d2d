import type * as vscode from 'vscode';
import type { EditingFeature } from './feature.ts';
import { createClient } from './language-client/browser-client.ts';
import { manualPages } from './learn/manual-pages.ts';
import { newUnit } from './learn/new-unit.ts';
import { reportIssue } from './learn/report-issue.ts';
import { fileGraphs } from './pages/graph/graph-tab.ts';
import { effectiveView } from './views/effective-view.ts';
import { relatedUnits } from './views/related-units.ts';

/** What needs no machine: all of editing, nothing of operating. */
const features: readonly EditingFeature[] = [
  reportIssue,
  relatedUnits,
  effectiveView,
  fileGraphs,
  manualPages,
  newUnit,
];

/** The extension in a browser without a machine behind it, as on vscode.dev. */
export function activate(context: vscode.ExtensionContext): { readonly ready: Promise<void> } {
  const client = createClient(context);
  context.subscriptions.push(client, ...features.map((feature) => feature({ context, client })));
  return { ready: client.start() };
}
