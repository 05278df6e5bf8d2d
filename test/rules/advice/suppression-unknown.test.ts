import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/features/code-actions.ts';
import { checkText } from '../../../server/src/service/check.ts';

const findings = (text: string) => checkText(text, { path: '/etc/systemd/system/a.service' });
const unit = (comment: string): string => `[Service]\nExecStart=/bin/true\n${comment}\nFoo=1\n`;

describe('comments that are to hide a rule that does not exist', () => {
  test.each([
    ['a slip', '# systemd-units: ignore directive-unknwon', ['suppression-unknown', 'directive-unknown']],
    ['one of two', '# systemd-units: ignore directive-unknown, value-invald', ['suppression-unknown']],
    ['two', '; systemd-units: ignore a-b c-d', ['suppression-unknown', 'suppression-unknown', 'directive-unknown']],
    ['of a whole file', '# systemd-units: ignore-file directive-unknwon', ['suppression-unknown', 'directive-unknown']],
    ['none', '# systemd-units: ignore directive-unknown', []],
    ['every rule', '# systemd-units: ignore', []],
  ])('%s', (_, comment, expected) => expect(findings(unit(comment)).map(({ rule }) => rule)).toEqual(expected));

  test('are a warning at the word, with what was meant', () => {
    const text = unit('# systemd-units: ignore directive-unknwon');
    const [finding] = findings(text);
    expect(text.slice(finding!.start, finding!.end)).toBe('directive-unknwon');
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/Did you mean directive-unknown\?$/),
    });
    expect(findings(applyEdits(text, finding!.fixes![0]!.edits))).toEqual([]);
  });

  test('say nothing of what was meant where nothing is near', () => {
    const [finding] = findings(unit('# systemd-units: ignore zzzzzzzz'));
    expect(finding!.message).toBe('Unknown rule "zzzzzzzz"; this comment hides nothing.');
    expect(finding!.fixes).toBeUndefined();
  });
});
