import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutIcons } from '../../client/src/systemd/state-text.ts';

test.each([
  ['failed: $(alert) read me', 'failed: \\$(alert) read me'],
  ['$(sync~spin)$(x)', '\\$(sync~spin)\\$(x)'],
  ['costs $(date +%s) or $5', 'costs $(date +%s) or $5'],
])('in lenses and the status bar %s is not an icon', (text, shown) => expect(withoutIcons(text)).toBe(shown));

describe('pages are built from text, never from markup that came from elsewhere', () => {
  const folder = new URL('../../client/src/pages/', import.meta.url);
  test.each(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))(
    '%s',
    (name) => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      expect(source).not.toMatch(
        /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|eval)\b/,
      );
    },
  );
});
