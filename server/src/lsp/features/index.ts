import type { LspFeature } from '../wire.ts';
import { codeActionsFeature } from './code-actions.ts';
import { completionFeature } from './completion.ts';
import { formattingFeature } from './formatting.ts';
import { hoverFeature } from './hover.ts';
import { definitionFeature, linksFeature } from './navigation.ts';
import { foldingFeature, symbolsFeature, tokensFeature } from './structure.ts';

/** Every feature of the server; a new one is a file here and its name in this list. */
export const lspFeatures: readonly LspFeature[] = [
  completionFeature,
  hoverFeature,
  definitionFeature,
  linksFeature,
  symbolsFeature,
  foldingFeature,
  tokensFeature,
  formattingFeature,
  codeActionsFeature,
];
