// What pages are made of beside texts: the tables of the engine, of the command line and of the extension's commands.
import { fileURLToPath } from 'node:url';
import { importSources } from '../../server/scripts/import-sources.mjs';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export const loadTables = () =>
  importSources(`
    import { desktopFeatures } from './client/src/desktop-features.ts';
    export const declared = Object.assign({}, ...desktopFeatures.map((feature) => feature.commands));
    export { commands } from './server/src/cli/commands.ts';
    export { optionsOf, synopsisOf, takenBy } from './server/src/cli/usage.ts';
    export { daemonNames } from './server/src/dialects/daemon-conf/directives.ts';
    export { programKinds } from './server/src/dialects/index.ts';
    export { lineDialects } from './server/src/dialects/lines/index.ts';
    export { OWN, SHARED } from './server/src/dialects/quadlet/identify.ts';
    export { allRules as rules } from './server/src/dialects/rules.ts';
    export { unitKinds } from './server/src/schema/kinds.ts';
  `);
