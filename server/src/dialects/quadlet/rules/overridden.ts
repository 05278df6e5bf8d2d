import type { FileRule } from '../../../engine/rule.ts';
import { POD_SETTINGS } from '../directives.ts';
import { isFault, parseQuadlet } from '../generator/parse.ts';
import { linesOf } from '../generator/unit-text.ts';
import { lineSpan } from './lines.ts';
import { quadletRulePages } from './pages.ts';

/** The last assignment of each is replaced, `Setv()` in ConvertPod(). */
export const quadletOverridden: FileRule = {
  ...quadletRulePages.overridden,
  scope: 'file',
  check(file, report) {
    const { path, tree, identity } = file.source;
    const read = identity.kind === 'pod' ? parseQuadlet(path, tree.text) : undefined;
    if (!read || isFault(read)) return;
    for (const { key = '', value, origins } of linesOf(read, 'Service')) {
      const own = POD_SETTINGS[key];
      if (own === undefined || value === own) continue;
      report({
        ...lineSpan(file, origins[0]!.line),
        severity: 'warning',
        section: 'Service',
        key,
        message: `The service of a pod has ${key}=${own}; Podman puts that in place of "${value}" without a message.`,
      });
    }
  },
};
