import { definitionRefused } from '../definition-refused.ts';
import { type FileKind, programDialect } from '../program-files.ts';
import { sysupdateValueTypeOf } from './values/index.ts';

/** Those of a component are in a folder called after it. */
const place = { folder: /\/sysupdate\.(?:[^/]+\.)?d$/, globs: ['**/sysupdate.d', '**/sysupdate.*.d'] };

/** Before systemd 257 definitions of transfers were called NAME.conf, and they still may be. */
export const sysupdateKinds: readonly FileKind[] = [
  { kind: 'transfer', called: 'A .transfer file', suffix: '.transfer', ...place, sign: 'Transfer' },
  { kind: 'feature', called: 'A .feature file', suffix: '.feature', ...place },
  { kind: 'component', called: 'A .component file', prefix: 'sysupdate.', suffix: '.component' },
  { kind: 'transfer', called: 'A .transfer file', suffix: '.conf', ...place },
];

/** What systemd-sysupdate updates, and from where; sysupdate.d(5), sysupdate.features(5), sysupdate.components(5). */
export const sysupdateDialect = programDialect({
  dialect: 'sysupdate',
  kinds: sysupdateKinds,
  valueTypeOf: sysupdateValueTypeOf,
  rules: [definitionRefused],
  purposes: {
    Transfer: 'Which versions are kept, which are never replaced, and to which feature the transfer belongs.',
    Source: 'Where new versions come from, and how their names tell the version.',
    Target: 'Where new versions are put, and how many of them are kept.',
    Feature: 'A set of transfers that is switched on or off together.',
    Component: 'A set of transfers that is updated apart from the rest of the system.',
  },
});
