import type { LineDialect } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { checkRule } from './check.ts';
import { readContent } from './content.ts';
import { describe, manualOf } from './describe.ts';
import { isContinued } from './join-line.ts';
import { checkLabels, labelFault, ownNames } from './labels.ts';
import { placeAt } from './places.ts';
import { references, symbol } from './references.ts';

const files: FolderFiles = { dialect: 'udev-rules', folders: ['rules.d'], parent: 'udev', suffix: '.rules' };

/** What udev does when devices come, change and go; udev(7). */
export const udevRulesDialect: LineDialect = {
  id: 'udev-rules',
  called: 'A file of udev rules',
  ...inFolders(files, 'udev/'),
  isContinued,
  read: readContent,
  check: checkRule,
  checkAmong: (file, among) => [...hiddenFile(file, among), ...checkLabels(file)],
  placeAt,
  describe,
  manualOf,
  references,
  ownNames,
  ownNameFault: labelFault,
  symbol,
};
