// Types, modifiers and specifiers of files that are read line by line, by release.
import { moduleText, readTable } from './tables.mjs';

export function lineFilesModule() {
  return moduleText({
    from: 'server/facts/line-files.tsv, confirmed by the programs of 247, 252, 254, 257 and 262 (test/oracle/lines)',
    constants: [
      {
        name: 'lineFacts',
        doc: 'Tab-separated: dialect what name from argument traits. Of a modifier the argument lists the types that take it, all where there are none.',
        rows: readTable('line-files.tsv'),
      },
    ],
  });
}
