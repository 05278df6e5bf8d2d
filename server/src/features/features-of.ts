import { completion } from './completion/index.ts';
import type { Document } from './document.ts';
import type { FileFeatures } from './file-features.ts';
import { format } from './format.ts';
import { hover } from './hover/index.ts';
import { lineFeatures } from './lines/index.ts';
import { definition } from './navigation/navigate.ts';
import { selectionSpans } from './selection.ts';
import { tokenGroups } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { documentSymbols, foldingRanges } from './symbols.ts';

/** Of files of sections and assignments, and of those that are nothing yet. */
const sectionFeatures: FileFeatures = {
  hover,
  completion,
  signatureHelp,
  symbols: documentSymbols,
  folds: foldingRanges,
  tokenGroups,
  format: ({ tree }, range) => format(tree, range),
  selection: selectionSpans,
  definition,
};

/** The features for the form that a file has: the one place where they part. */
export const featuresOf = ({ ofLines }: Pick<Document, 'ofLines'>): FileFeatures =>
  ofLines ? lineFeatures : sectionFeatures;
