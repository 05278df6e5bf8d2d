// The keys of Quadlet files: how Podman reads them, the option of podman they become, the version they came with.
import { moduleText, readTable } from './tables.mjs';

export function quadletModule() {
  return moduleText({
    from: 'server/facts/quadlet.tsv, confirmed by Podman 5.4 and 5.8 (test/oracle/quadlet)',
    constants: [
      { name: 'quadletKeys', doc: 'Tab-separated: section key type option since.', rows: readTable('quadlet.tsv') },
    ],
  });
}
