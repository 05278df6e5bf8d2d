import type * as vscode from 'vscode';
import type { EditingFeature } from '../feature.ts';
import { effectiveView } from '../features/effective.ts';
import { fileGraphs } from '../features/graph.ts';
import { manualPages } from '../features/manual-pages.ts';
import { newUnit } from '../features/new-unit.ts';
import { relatedUnits } from '../features/related.ts';
import { reportIssue } from '../features/report.ts';
import { createClient } from './language-client.ts';

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
