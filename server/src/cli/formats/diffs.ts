import { unifiedDiff } from '../unified-diff.ts';
import type { Format } from './format.ts';

/** What fixes have changed, or would. */
export const diffs: Format = (files) =>
  files
    .map(({ path, text, before, isSecret }) =>
      before === undefined || isSecret ? '' : unifiedDiff(path, before, text),
    )
    .join('');
