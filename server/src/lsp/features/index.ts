import type { LspFeature } from '../feature-context.ts';
import { assistantToolsFeature } from './assistant-tools.ts';
import { codeActionsFeature } from './code-actions.ts';
import { completionFeature } from './completion.ts';
import { effectiveFeature } from './effective.ts';
import { formattingFeature } from './formatting.ts';
import { hierarchyFeature } from './hierarchy.ts';
import { hoverFeature } from './hover.ts';
import { importUnitsFeature } from './import-units.ts';
import { inlayHintsFeature } from './inlay-hints.ts';
import { lensFeature } from './lenses.ts';
import { managerGraphFeature } from './manager-graph.ts';
import { manualFeature } from './manual.ts';
import { definitionFeature, linksFeature } from './navigation.ts';
import { newUnitFeature } from './new-unit.ts';
import { overridesFeature } from './overrides.ts';
import { relatedUnitsFeature } from './related-units.ts';
import { reloadFeature } from './reload.ts';
import { renameFeature } from './rename.ts';
import { scheduleFeature } from './schedule.ts';
import { selectionFeature } from './selection.ts';
import { tokensFeature } from './semantic-tokens.ts';
import { signatureFeature } from './signature-help.ts';
import { startCyclesFeature } from './start-cycles.ts';
import { foldingFeature, symbolsFeature } from './symbols.ts';
import { targetsFeature } from './targets.ts';
import { timersFeature } from './timers.ts';
import { trialFeature } from './trial.ts';
import { unitGraphFeature } from './unit-graph.ts';
import { unitNameFeature } from './unit-name.ts';
import {
  declarationFeature,
  highlightsFeature,
  referencesFeature,
  workspaceSymbolsFeature,
} from './unit-navigation.ts';
import { whyFeature } from './why.ts';

/** Every feature of the server; a new one is a file here and its name in this list. */
export const lspFeatures: readonly LspFeature[] = [
  completionFeature,
  hoverFeature,
  signatureFeature,
  inlayHintsFeature,
  manualFeature,
  targetsFeature,
  newUnitFeature,
  importUnitsFeature,
  definitionFeature,
  declarationFeature,
  referencesFeature,
  highlightsFeature,
  workspaceSymbolsFeature,
  hierarchyFeature,
  renameFeature,
  lensFeature,
  relatedUnitsFeature,
  unitGraphFeature,
  unitNameFeature,
  overridesFeature,
  effectiveFeature,
  managerGraphFeature,
  whyFeature,
  trialFeature,
  reloadFeature,
  timersFeature,
  startCyclesFeature,
  scheduleFeature,
  linksFeature,
  symbolsFeature,
  foldingFeature,
  selectionFeature,
  tokensFeature,
  formattingFeature,
  codeActionsFeature,
  assistantToolsFeature,
];
