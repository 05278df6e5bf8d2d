import type { Column, LineDialect } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { columnPlace, outlineOf, wordFields } from '../lines/simple-lines.ts';

const files: FolderFiles = { dialect: 'modules-load', folders: ['modules-load.d'], suffix: '.conf' };

const columns: readonly Column[] = [
  {
    name: 'module',
    label: 'Module',
    purpose: 'The name of a kernel module that is loaded at boot.',
    manual: { page: 'modules-load.d(5)', heading: 'CONFIGURATION FORMAT' },
  },
];

/** Kernel modules that are loaded at boot; modules-load.d(5). Which modules there are is for the kernel to say. */
export const modulesLoadDialect: LineDialect = {
  id: 'modules-load',
  called: 'A modules-load.d file',
  ...inFolders(files),
  read(line) {
    const outline = outlineOf(line, '#;');
    return {
      kind: outline.kind,
      fields:
        outline.kind === 'entry'
          ? wordFields(outline, ['module'], { takesRest: true, tokens: { module: 'property' } })
          : [],
    };
  },
  check: () => [],
  checkAmong: hiddenFile,
  placeAt: ({ content }, offset) => columnPlace(columns, content, offset),
  symbol: ({ content: { fields } }) => (fields[0] ? { name: fields[0].text, detail: 'kernel module' } : undefined),
};
