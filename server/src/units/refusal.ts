import type { HeaderNode, Node } from '../syntax/tree.ts';
import type { JudgedFile } from './judged-file.ts';

/** The first version asked that refuses `[]` and the characters of patterns; 257 ignores such a section as unknown. */
const STRICT_NAMES = 262;

/** Control characters, quotes, backslash: `string_is_safe()`, src/basic/string-util.c. */
const UNSAFE = /[\x01-\x1f\x7f"'\\]/;
const UNSAFE_STRICT = /[\x01-\x1f\x7f"'\\*?[]/;

/** What makes systemd refuse the whole file at a header; `parse_line()`, src/shared/conf-parser.c. */
export function headerFault(header: HeaderNode, version: number): 'unclosed' | 'unsafe' | 'empty' | undefined {
  if (!header.closed) return 'unclosed';
  if (version < STRICT_NAMES) return UNSAFE.test(header.name) ? 'unsafe' : undefined;
  if (header.name === '') return 'empty';
  return UNSAFE_STRICT.test(header.name) ? 'unsafe' : undefined;
}

/** Whether reading ends at this line with an error, whatever section it is in. */
export function endsReading(node: Node, version: number): boolean {
  if (node.kind === 'blank' || node.kind === 'comment') return false;
  if (node.invalidText || node.tooLong) return true;
  return node.kind === 'header' && headerFault(node, version) !== undefined;
}

/** Whether systemd refuses the unit for a line of this file. */
export function isRefused({ source, version, assignments }: JudgedFile): boolean {
  if (source.tree.nodes.some((node) => endsReading(node, version))) return true;
  return assignments.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}
