import type { BlankNode, Block, CommentNode, HeaderNode, Node, NodeContent } from '../syntax/tree.ts';
import { wideEncoding } from '../syntax/wide-text.ts';
import { memoizeList } from '../text/memoize.ts';
import { since } from '../values/changes.ts';
import { refusesFile, refusesWhole, stopsInstead } from '../values/problem.ts';
import type { JudgedBlock, PlacedJudgement, SourceFile, Verdict } from './judged-block.ts';

/** Control characters, quotes, backslash: `string_is_safe()`, src/basic/string-util.c. */
const UNSAFE = /[\x01-\x1f\x7f"'\\]/;
const UNSAFE_STRICT = /[\x01-\x1f\x7f"'\\*?[]/;

type HeaderText = Pick<HeaderNode, 'closed' | 'name'>;

/** What makes systemd refuse the whole file at a header; `parse_line()`, src/shared/conf-parser.c. */
export function headerFault(header: HeaderText, version: number): 'unclosed' | 'unsafe' | 'empty' | undefined {
  if (!header.closed) return 'unclosed';
  if (!since(version, 'names of sections are checked')) return undefined;
  if (!since(version, 'strict names of sections')) return UNSAFE.test(header.name) ? 'unsafe' : undefined;
  if (header.name === '') return 'empty';
  return UNSAFE_STRICT.test(header.name) ? 'unsafe' : undefined;
}

/** A judged file, as far as systemd reads it. */
interface ReadFile {
  readonly source: SourceFile;
  readonly version: number;
  readonly blocks: readonly PlacedJudgement[];
  readonly cutOff: object | undefined;
}

/** Whether systemd refuses the unit for a line of this file; of a drop-in, for what it has read of it. */
export function isRefused({ source, version, blocks, cutOff }: ReadFile): boolean {
  if (cutOff) return blocks.some(({ judged }) => errorsIn(judged).length > 0);
  if (wideEncoding(source.tree.text)) return source.identity.role === 'fragment';
  if (source.tree.blocks.some((placed) => faultyIn(placed.block).length > 0)) return true;
  if (source.tree.blocks.some(({ block }) => isBadHeader(block, version))) return true;
  return blocks.some(({ judged }) => errorsIn(judged).length > 0);
}

/** Whether a block begins with a header for which systemd stops reading. */
export function isBadHeader({ contents }: Block, version: number): boolean {
  const [first] = contents;
  return first?.kind === 'header' && headerFault(first, version) !== undefined;
}

export type Line = Exclude<Node, BlankNode | CommentNode>;
export type LineContent = Extract<NodeContent, { readonly kind: Line['kind'] }>;

/** Lines with bytes, or of a length, that systemd does not read. */
export const faultyIn = memoizeList(({ contents }: Block): readonly number[] =>
  contents.flatMap((content, index) => (isFaulty(content) ? [index] : [])),
);

const isFaulty = (content: NodeContent): boolean =>
  content.kind !== 'blank' && content.kind !== 'comment' && (content.invalidText ?? content.tooLong) !== undefined;

const errorsIn = memoizeList(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) => (verdict && isError(verdict) ? [index] : [])),
);

const isError = ({ problems }: Verdict): boolean => problems.some(({ severity }) => severity === 'error');

/** How to say what makes systemd stop reading: of a fragment it refuses the unit, of a drop-in it skips the rest. */
export const fatal = (
  { source }: { readonly source: SourceFile },
  message: string,
): { readonly severity: 'error' | 'warning'; readonly message: string } =>
  source.identity.isRefusedWhole
    ? { severity: 'error', message: refusesWhole(message) }
    : source.identity.role === 'drop-in'
      ? { severity: 'warning', message: stopsInstead(message) }
      : { severity: 'error', message: source.identity.dialect === 'unit' ? message : refusesFile(message) };
