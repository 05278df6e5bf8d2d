import type { LspFeature } from '../wire.ts';
import { codeActionsFeature } from './code-actions.ts';
import { completionFeature } from './completion.ts';
import { effectiveFeature } from './effective.ts';
import { formattingFeature } from './formatting.ts';
import { hierarchyFeature } from './hierarchy.ts';
import { hoverFeature } from './hover.ts';
import { inlayHintsFeature } from './inlay-hints.ts';
import { lensFeature } from './lenses.ts';
import { managerGraphFeature } from './manager-graph.ts';
import { manualFeature } from './manual.ts';
import { definitionFeature, linksFeature } from './navigation.ts';
import { newUnitFeature } from './new-unit.ts';
import { renameFeature } from './rename.ts';
import { requestsFeature } from './requests.ts';
import { tokensFeature } from './semantic-tokens.ts';
import { signatureFeature } from './signature-help.ts';
import { foldingFeature, symbolsFeature } from './structure.ts';
import { declarationFeature, highlightsFeature, referencesFeature, workspaceSymbolsFeature } from './units.ts';

/** Every feature of the server; a new one is a file here and its name in this list. */
export const lspFeatures: readonly LspFeature[] = [
  completionFeature,
  hoverFeature,
  signatureFeature,
  inlayHintsFeature,
  manualFeature,
  newUnitFeature,
  definitionFeature,
  declarationFeature,
  referencesFeature,
  highlightsFeature,
  workspaceSymbolsFeature,
  hierarchyFeature,
  renameFeature,
  lensFeature,
  requestsFeature,
  effectiveFeature,
  managerGraphFeature,
  linksFeature,
  symbolsFeature,
  foldingFeature,
  tokensFeature,
  formattingFeature,
  codeActionsFeature,
];
