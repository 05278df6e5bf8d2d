import { isZoneName, zoneNames } from '../../../values/time/zones.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { named } from '../../values/one-of.ts';
import { taking } from '../../values/taking.ts';

/**
 * `Timezone=` of [DHCPServer]; `config_parse_timezone()`. Whether there is such a zone is what the machine's database says:
 * a name in the form of one may be in a newer one.
 */
const ofForm = taking({
  parsers: named('timezone'),
  what: 'a time zone like Europe/Berlin',
  takes: (text) => isZoneName(text) || /^(?!\/)[A-Z][\w+-]*(?:\/[\w+-]+)+$/.test(text),
  empty: true,
});

export const timezone: ValueType = {
  ...ofForm,
  complete: (text) => ({
    start: 0,
    end: text.length,
    items: [...zoneNames()].map((label) => ({ label, kind: 'keyword' as const })),
  }),
};
