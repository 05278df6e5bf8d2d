import { describe, expect, test } from 'vitest';
import { checkText } from '../../../server/src/service/check.ts';

const rulesOf = (text: string): string[] =>
  checkText(text, { path: '/etc/systemd/system/a.service' }).map(({ rule }) => rule);

describe('suppression comments', () => {
  test.each([
    ['one rule', '[Service]\nExecStart=/bin/true\n# systemd-units: ignore directive-unknown\nFoo=1\n', []],
    ['every rule', '[Service]\nExecStart=/bin/true\n; systemd-units: ignore\nFoo=1\n', []],
    [
      'several, by comma or blank',
      '[Service]\nExecStart=/bin/true\n# systemd-units: ignore missing-key, directive-unknown\nFoo=1\n',
      [],
    ],
    [
      'only the next line',
      '[Service]\nExecStart=/bin/true\n# systemd-units: ignore\nFoo=1\nBar=1\n',
      ['directive-unknown'],
    ],
    [
      'a whole file',
      '# systemd-units: ignore-file directive-unknown\n[Service]\nExecStart=/bin/true\nFoo=1\nBar=1\n',
      [],
    ],
    [
      'what concerns the whole unit, at the header',
      '# systemd-units: ignore service-command\n[Service]\nType=simple\n',
      [],
    ],
    [
      'another rule',
      '[Service]\nExecStart=/bin/true\n# systemd-units: ignore missing-key\nFoo=1\n',
      ['suppression-unused', 'directive-unknown'],
    ],
    ['nothing to hide', '[Service]\n# systemd-units: ignore\nExecStart=/bin/true\n', ['suppression-unused']],
  ])('%s', (_, text, expected) => expect(rulesOf(text)).toEqual(expected));
});
