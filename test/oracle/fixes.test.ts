import { describe, expect, test } from 'vitest';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { checkText } from '../../server/src/service/check.ts';
import { applied } from '../rules/rule-test.ts';
import { directivesReadBy, parsersOf } from './parsers.ts';
import { type DirectiveQuestion, directiveQuestion } from './question.ts';
import { systems } from './systems.ts';
import { valuesFor } from './values.ts';
import { verifyEach } from './verify.ts';

/** A unit with a faulty line, and what one of the fixes offered makes of it. */
interface Mended {
  readonly asked: DirectiveQuestion;
  readonly text: string;
}

const isMinded = ({ severity }: { readonly severity: string }): boolean =>
  severity === 'error' || severity === 'warning';

const said = (name: string, text: string, version: number) =>
  checkText(text, { path: `/etc/systemd/system/${name}`, version }).filter(isMinded);

/** Every fix offered for the values picked for each parser, in one directive it reads. */
function mendings(version: number): Mended[] {
  const questions = parsersOf(version).flatMap((parser) => {
    const rows = directivesReadBy(parser, version);
    const target = rows.find(({ section }) => section === 'Service') ?? rows[0];
    const values = parser === 'NULL' || !target ? [] : valuesFor(parser).filter((value) => value.length < 300);
    return values.map((value) => directiveQuestion(target!, value));
  });
  return questions.flatMap((asked) =>
    said(asked.name, asked.text, version)
      .flatMap(({ fixes = [] }) => fixes)
      .map(({ edits }) => ({ asked, text: applied(asked.text, edits) })),
  );
}

const linesBut = (text: string, line: number): string[] => text.split('\n').filter((_, index) => index !== line - 1);

describe.each(releases)('fixes of values, systemd %s', (version) => {
  const all = mendings(version);

  test('change the faulty line only, and something in it', () => {
    expect(all.length).toBeGreaterThan(500);
    const odd = all.filter(({ asked, text }) => {
      const [before, after] = [linesBut(asked.text, asked.line), linesBut(text, asked.line)];
      return text === asked.text || before.some((line) => !after.includes(line));
    });
    expect(odd).toEqual([]);
  });

  test.runIf(systems().has(version))(
    `leave systemd content where nothing else is left (needs systemd ${version}: test/oracle/chroots.sh)`,
    () => {
      const whole = all.filter(({ asked, text }) => said(asked.name, text, version).length === 0);
      const questions = whole.map(({ asked, text }, i) => renamed(asked, text, `f${i}`));
      const verdicts = verifyEach({ version }, questions);
      const left = questions.flatMap(({ text }, i) => {
        const { refused, messages } = verdicts[i]!;
        const minded = messages.filter(({ level, environment }) => level <= 4 && !environment);
        return refused || minded.length > 0 ? [{ text, minded }] : [];
      });
      expect(left).toEqual([]);
    },
    120_000,
  );
});

/** Several fixes may be offered for one unit, and names on the bus have one owner each. */
function renamed(asked: DirectiveQuestion, text: string, suffix: string): DirectiveQuestion {
  const stem = /q[0-9a-f]{10}/.exec(asked.name)![0];
  const rename = (part: string): string => part.replaceAll(stem, `${stem}${suffix}`);
  const partners = Object.fromEntries(
    Object.entries(asked.partners ?? {}).map(([name, body]) => [rename(name), rename(body)]),
  );
  return { ...asked, name: rename(asked.name), text: rename(text), partners };
}
