import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundle, clientSources, messagesOf } from '../../client/scripts/localization.mjs';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

describe('the manifest', () => {
  /** What VS Code shows of a manifest. */
  const shown = /^(title|shortTitle|description|markdownDescription|label|name|contextualTitle|contents|category)$/;
  /** Names are the same in every language. */
  const names = [
    'systemd',
    'systemd Units',
    'systemd-units',
    'systemd-analyze',
    'systemd-analyze-unit',
    'systemd-analyze verify',
  ];

  const strings = (value: unknown, key = ''): [key: string, text: string][] => {
    if (typeof value === 'string') return [[key, value]];
    if (Array.isArray(value)) return value.flatMap((item) => strings(item, key));
    return value instanceof Object ? Object.entries(value).flatMap(([name, item]) => strings(item, name)) : [];
  };
  const all = strings(read('package.json'));

  test('has no text that is not in package.nls.json', () => {
    const texts = all.filter(([key]) => shown.test(key) || /^(markdownE|e)numDescriptions$/.test(key));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(([, text]) => !/^%.+%$/.test(text) && !names.includes(text))).toEqual([]);
  });

  test('uses every key of package.nls.json, and no other', () => {
    const used = new Set(all.flatMap(([, text]) => /^%(.+)%$/.exec(text)?.[1] ?? []));
    expect([...used].sort()).toEqual(Object.keys(read('package.nls.json')).sort());
  });
});

describe('the texts of the client', () => {
  test('are in l10n/bundle.l10n.json', () => {
    expect(read('l10n/bundle.l10n.json'), 'run node client/scripts/localization.mjs').toEqual(bundle());
  });

  test('are literals where they are translated', () => {
    const built = clientSources().filter(([, text]) => messagesOf(text).includes(undefined));
    expect(built.map(([path]) => path)).toEqual([]);
  });
});
