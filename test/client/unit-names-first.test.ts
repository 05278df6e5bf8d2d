import { expect, test } from 'vitest';
import { clientSources } from '../../client/scripts/localization.mjs';

test('tabs about a unit begin with its name, for whoever hears them read, or sees little of them', () => {
  const titles = clientSources().flatMap(([path, source]) =>
    [...source.matchAll(/t\('([^']*\{0\}[^']*)', (?:target\.name|unit|answer\.unit|name)\)/g)].flatMap(([, text]) =>
      /panel|view|graph|security|effective/.test(path) && /journal|security|dependencies|effective/i.test(text!)
        ? [`${path}: ${text}`]
        : [],
    ),
  );
  expect(titles.length).toBeGreaterThan(4);
  expect(titles.filter((title) => !/: \{0\}[ :]/.test(title))).toEqual([]);
});
