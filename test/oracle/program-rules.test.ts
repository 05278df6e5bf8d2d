import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';
import { ENVIRONMENT, NOT_OURS } from './programs/not-ours.ts';
import { kindsOf } from './programs/programs.ts';

/** Whole files, each below a line with its kind; `@NAME@` is a name nobody else has. */
const [, ...cases] = readFileSync('test/oracle/programs/cases.txt', 'utf8')
  .split(/^### /m)
  .map((each) => ({ kind: each.slice(0, each.indexOf('\n')), text: each.slice(each.indexOf('\n') + 1) }));

const paths: Readonly<Record<string, string>> = {
  repart: '/usr/lib/repart.d/a.conf',
  transfer: '/usr/lib/sysupdate.d/a.transfer',
};

const kindsWithCases = (version: number): string[] =>
  kindsOf(version).filter((kind) => cases.some((each) => each.kind === kind));

eachSystem((version) => {
  test.for(kindsWithCases(version))('says of whole .%s files what their program says', (kind, context) => {
    const own = cases.filter((each) => each.kind === kind);
    const reason = absence({ version, kind });
    if (reason !== undefined) return context.skip(reason);
    const verdicts = askProgram(
      { version, kind },
      own.map(({ text }) => text),
    );
    const judged = own.map(({ text }, index) => ({
      text,
      theirs: verdicts[index]!.messages.filter((each) => each.level <= 4 && !ENVIRONMENT.test(each.text)),
      ours: checkUnitText(text.replaceAll('@NAME@', 'q00001'), {
        path: paths[kind] ?? `/etc/systemd/network/a.${kind}`,
        version,
      }).filter(({ severity }) => severity === 'error' || severity === 'warning'),
    }));
    const isEnvironment = (index: number): boolean =>
      verdicts[index]!.messages.some((each) => ENVIRONMENT.test(each.text));
    const wrong = judged.filter(
      ({ theirs, ours }, index) => ours.length > 0 && theirs.length === 0 && !isEnvironment(index),
    );
    expect(wrong.map(({ text, ours }) => `${text}\n${ours[0]!.message}`)).toEqual([]);
    const missed = judged.filter(
      ({ theirs, ours }) => ours.length === 0 && theirs.some((each) => !NOT_OURS.test(each.text)),
    );
    expect(missed.map(({ text, theirs }) => `${text}\n${theirs[0]!.text}`)).toEqual([]);
  });
}, DAEMONS_SINCE);
