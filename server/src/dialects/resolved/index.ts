import { definitionRefused } from '../definition-refused.ts';
import { type FileKind, programDialect } from '../program-files.ts';
import { resolvedValueTypeOf } from './values/index.ts';

export const resolvedKinds: readonly FileKind[] = [
  { kind: 'dnssd', called: 'A .dnssd file', suffix: '.dnssd' },
  { kind: 'dns-delegate', called: 'A .dns-delegate file', suffix: '.dns-delegate' },
];

/** What systemd-resolved announces, and whom it asks for some names; systemd.dnssd(5), systemd.dns-delegate(5). */
export const resolvedDialect = programDialect({
  dialect: 'resolved',
  kinds: resolvedKinds,
  valueTypeOf: resolvedValueTypeOf,
  rules: [definitionRefused],
  purposes: {
    Service: 'A service of this machine that is announced in the local network.',
    Delegate: 'Domains, and the DNS servers that are asked about them.',
  },
});
