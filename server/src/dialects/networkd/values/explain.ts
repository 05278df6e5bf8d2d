import { explainAddress } from '../../../values/net/explain-address.ts';
import { explainHardware } from '../../../values/net/explain-hardware.ts';
import { explainInterface } from '../../../values/net/explain-interface.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { wordAround } from '../../../values/word-list.ts';

/** Where a network is meant and not an address in it: bits behind the prefix count for nothing. */
const NETWORKS = new Set(['Destination', 'From', 'To', 'Prefix', 'Route', 'AllowedIPs', 'IPv6RouteToPrefix']);

/** The same type, which tells what an address, a hardware address or a name of an interface is. */
export const explaining = (type: ValueType): ValueType => ({
  ...type,
  describe(text, offset, context) {
    const span = wordAround(text, offset);
    const word = text.slice(span.start, span.end);
    const own = type.describe?.(text, offset, context);
    const bare = word.replace(/^!/, '').split(/[%#]/, 1)[0]!;
    if (bare === '') return own;
    const isNetwork = NETWORKS.has(context.directive.key);
    const markdown = explainAddress(bare, { isNetwork }) ?? explainHardware(bare) ?? nameInWords(bare, type);
    if (markdown === undefined) return own;
    return own?.markdown ? { ...own, markdown: `${own.markdown}\n\n${markdown}` } : { ...span, markdown };
  },
});

/** Words of other values may look like names. */
const nameInWords = (word: string, { parsers }: ValueType): string | undefined =>
  parsers.some((parser) => /ifname|stacked_netdev|uplink|ROUTING_POLICY_RULE_[IO]IF|fdb_interface/.test(parser))
    ? explainInterface(word)
    : undefined;
