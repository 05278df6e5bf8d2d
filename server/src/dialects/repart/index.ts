import { definitionRefused } from '../definition-refused.ts';
import { type FileKind, programDialect } from '../program-files.ts';
import { repartValueTypeOf } from './values/index.ts';

/** mkosi has definitions of the same form in a folder of its own. */
export const repartKinds: readonly FileKind[] = [
  {
    kind: 'repart',
    called: 'A file of repart.d',
    suffix: '.conf',
    folder: /\/(?:repart\.d|mkosi\.repart)$/,
    globs: ['**/repart.d', '**/mkosi.repart'],
  },
];

/** Definitions of partitions for systemd-repart; repart.d(5). */
export const repartDialect = programDialect({
  dialect: 'repart',
  kinds: repartKinds,
  valueTypeOf: repartValueTypeOf,
  rules: [definitionRefused],
  purposes: { Partition: 'One partition: its type, its size, what is in it, and how it is protected.' },
});
