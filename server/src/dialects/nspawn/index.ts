import { definitionRefused } from '../definition-refused.ts';
import { type FileKind, programDialect } from '../program-files.ts';
import { nspawnValueTypeOf } from './values/index.ts';

export const nspawnKinds: readonly FileKind[] = [{ kind: 'nspawn', called: 'A .nspawn file', suffix: '.nspawn' }];

/** The settings of containers of systemd-nspawn; systemd.nspawn(5). */
export const nspawnDialect = programDialect({
  dialect: 'nspawn',
  kinds: nspawnKinds,
  valueTypeOf: nspawnValueTypeOf,
  rules: [definitionRefused],
  purposes: {
    Exec: 'What runs in the container, as whom, and what it may do.',
    Files: 'Which files and folders of the host the container sees, and what may be written.',
    Network: 'How the container is connected: to a bridge, a zone, the host, or not at all.',
  },
});
