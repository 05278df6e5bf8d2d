import type { UnitName } from '../schema/unit-name.ts';
import type { Viewpoint } from '../units/resolve-unit.ts';
import { completion } from './completion/index.ts';
import type { Document } from './document.ts';
import type { FileFeatures } from './file-features.ts';
import { format } from './format.ts';
import { hover } from './hover/index.ts';
import { accountDefinition } from './lines/account-lines.ts';
import { lineFeatures } from './lines/index.ts';
import { mentionsInLines } from './lines/unit-mentions.ts';
import { highlights } from './navigation/highlights.ts';
import { definition, referencesAt } from './navigation/navigate.ts';
import { deviceDefinition, deviceReferences } from './networks/navigate-devices.ts';
import { selectionSpans } from './selection.ts';
import { tokenGroups } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { documentSymbols, foldingRanges } from './symbols.ts';

/** What is under the cursor may be a device, an account or a unit. */
const sectionDefinition: FileFeatures['definition'] = (document, offset, environment) => {
  const device = deviceDefinition(document, offset, environment);
  if (device) return device;
  const accounts = accountDefinition(document, offset, environment);
  return accounts.length > 0 ? accounts : definition(document, offset, environment.units);
};

const sectionReferences: FileFeatures['references'] = (document, offset, { environment, withDeclaration }) => {
  const { units: index, networks, lines } = environment;
  const devices = deviceReferences(document, offset, { networks, withDeclaration });
  const mentions = (name: UnitName, view: Viewpoint) => mentionsInLines(name, view, lines);
  return devices ?? referencesAt(document, offset, { index, withDeclaration, mentions });
};

/** Of files of sections and assignments, and of those that are nothing yet. */
const sectionFeatures: FileFeatures = {
  hover,
  highlights,
  completion,
  signatureHelp,
  symbols: documentSymbols,
  folds: foldingRanges,
  tokenGroups,
  format: ({ tree }, range) => format(tree, range),
  selection: selectionSpans,
  definition: sectionDefinition,
  references: sectionReferences,
};

/** The features for the form that a file has: the one place where they part. */
export const featuresOf = ({ ofLines }: Pick<Document, 'ofLines'>): FileFeatures =>
  ofLines ? lineFeatures : sectionFeatures;
