import { readWords } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { partStart } from '../../text/word-part.ts';
import { since } from '../changes.ts';
import { faultAt, listWords, nameOf, quoted } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordAround } from '../word-list.ts';

/** What is put into sets, by the word for it. */
interface NftSets {
  readonly parsers: readonly string[];
  readonly sources: Readonly<Record<string, string>>;
}

const tableFamilies: Readonly<Record<string, string>> = {
  arp: 'ARP packets',
  bridge: 'packets that cross a bridge',
  inet: 'IPv4 and IPv6',
  ip: 'IPv4',
  ip6: 'IPv6',
  netdev: 'packets as a device receives them',
};

/** `SOURCE:FAMILY:TABLE:SET` words; `config_parse_nft_set()` of src/shared/conf-parser.c. */
export const nftSets = ({ parsers, sources }: NftSets): ValueType => ({
  parsers,
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readWords(text, { unquote: true, retainEscape: true });
    const problems = faultsOf(words, (word) => checkItem(word, { sources, context, hasOthers: words.length > 1 }));
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  complete(text, offset) {
    const { start, end, part } = partAt(text, offset);
    const words = part === 0 ? sources : part === 1 ? tableFamilies : {};
    const items: Candidate[] = Object.entries(words).map(([label, detail]) => ({ label, detail, kind: 'keyword' }));
    return { start, end, items };
  },
  describe(text, offset) {
    const { start, end, part } = partAt(text, offset);
    const word = text.slice(start, end);
    const words = part === 0 ? sources : part === 1 ? tableFamilies : {};
    return Object.hasOwn(words, word) ? { start, end, markdown: `**${word}**: ${words[word]}.` } : undefined;
  },
  signature: () => ({
    label: 'SOURCE:FAMILY:TABLE:SET',
    parameters: [
      { label: 'SOURCE', documentation: `What is put in the set: ${listWords(Object.keys(sources))}.` },
      { label: 'FAMILY', documentation: 'Family of the table: inet, ip, ip6, arp, bridge or netdev.' },
      { label: 'TABLE', documentation: 'Name of the nft table.' },
      { label: 'SET', documentation: 'Name of the set in it.' },
    ],
    active: (text, offset) => text.slice(partStart(text, offset, ' \t'), offset).split(':').length - 1,
  }),
});

/** Of units; systemd.resource-control(5), "NFTSet=". */
export const nftSet = nftSets({
  parsers: ['config_parse_cgroup_nft_set'],
  sources: {
    cgroup: 'ID of the control group',
    user: 'ID of the effective user',
    group: 'ID of the effective group',
  },
});

/** The part between colons at an offset, and which one of its word it is. */
function partAt(text: string, offset: number): Span & { readonly part: number } {
  const word = wordAround(text, offset);
  const start = Math.max(word.start, text.slice(0, offset).lastIndexOf(':') + 1);
  const colon = text.indexOf(':', offset);
  const end = colon < 0 || colon > word.end ? word.end : colon;
  return { start, end, part: text.slice(word.start, start).split(':').length - 1 };
}

interface ItemContext extends Pick<NftSets, 'sources'> {
  readonly context: ValueContext;
  readonly hasOthers: boolean;
}

function checkItem(word: Span & { readonly text: string }, item: ItemContext): ValueProblem[] {
  const { context, sources, hasOthers } = item;
  const fault = itemFault(word.text, item);
  if (!fault) return [];
  const [source] = Object.keys(sources);
  return [
    faultAt(word, {
      rule: 'value-invalid',
      consequence: hasOthers ? 'entry' : 'ignored',
      what: `${nameOf(context)} takes SOURCE:FAMILY:TABLE:SET, and ${quoted(word.text)} ${fault}`,
      remedy: `Write for example ${source}:inet:filter:my_set.`,
    }),
  ];
}

function itemFault(word: string, { sources, context: { version } }: ItemContext): string | undefined {
  const { words, fault } = readWords(word, { separators: ':', cunescape: true, version });
  if (fault) return 'has a backslash that does not begin an escape';
  const parts = words.map(({ text }) => text);
  if (parts.length !== 4) return 'does not have four parts';
  const [source, family, table, set] = parts as [string, string, string, string];
  if (!Object.hasOwn(sources, source))
    return `has an unknown source ${quoted(source)}: ${listWords(Object.keys(sources))}`;
  if (!Object.hasOwn(tableFamilies, family))
    return `has an unknown family ${quoted(family)}: inet, ip, ip6, arp, bridge or netdev`;
  // NFT_SET_MAXNAMELEN of the kernel, NUL excluded; older systemd says less.
  const max = since(version, 'long names of nft sets') ? 255 : 31;
  for (const name of [table, set]) {
    if (!/^[A-Za-z][\w/.]*$/.test(name)) return `has a name nft(8) does not take: ${quoted(name)}`;
    if (name.length > max) return `has a name longer than ${max} characters`;
  }
  return undefined;
}
