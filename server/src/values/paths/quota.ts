import { faultAt, quoted } from '../consequence.ts';
import { parseShare } from '../numbers/share.ts';
import { formatSize, parseSize } from '../numbers/size.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';

/** StateDirectoryQuota= and its like: `off`, a share of the file system up to 100 %, or a size. Empty resets. */
export const quota: ValueType = {
  parsers: ['config_parse_exec_quota'],
  repeats: 'replaces',
  check(text, context) {
    if (
      text === '' ||
      text === 'off' ||
      typeof parseShare(text, context.version) === 'number' ||
      typeof parseSize(text) === 'bigint'
    )
      return [];
    const what = `${nameOf(context)} takes off, a percentage up to 100% or a size such as 2G, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'off', kind: 'keyword', detail: 'no limit' },
      { label: '10%', kind: 'number', detail: 'of the file system' },
      { label: '1G', kind: 'number' },
    ],
  }),
  describe(text, _offset, context) {
    if (text === 'off') return { ...whole(text), markdown: 'No limit.', manualValue: text };
    if (typeof parseShare(text, context.version) === 'number')
      return { ...whole(text), markdown: `${text} of the file system.` };
    const size = parseSize(text);
    return typeof size === 'bigint' ? { ...whole(text), markdown: `${formatSize(size)}.` } : undefined;
  },
};
