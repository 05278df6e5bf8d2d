import { expect, test } from 'vitest';
import { programDirectives } from '../../server/src/schema/generated/program-files.ts';
import { rowsOf } from '../../server/src/schema/rows.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';
import { kindsOf } from './programs/programs.ts';
import { textAround } from './programs/question.ts';

const rows = rowsOf(programDirectives).map(([kind = '', section = '', key = '', , , , from, to]) => ({
  ...{ kind, section, key },
  ...{ from: Number(from || 0), to: Number(to || Number.POSITIVE_INFINITY) },
}));

eachSystem((version) => {
  test.for(kindsOf(version))('the program that reads .%s files knows the keys of the table', (kind, context) => {
    const reason = absence({ version, kind });
    if (reason !== undefined) return context.skip(reason);
    const own = rows.filter((row) => row.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    const verdicts = askProgram(
      { version, kind },
      own.map(({ section, key }) => textAround({ kind, section, assignment: `${key}=` })),
    );
    const isKnown = (index: number): boolean =>
      !verdicts[index]!.messages.some(({ text }) => /^Unknown (?:key|section)/.test(text));
    const known = own.filter((_, index) => isKnown(index)).map(({ section, key }) => `${section}.${key}`);
    const claimed = own.filter(({ from, to }) => from <= version && version <= to);
    expect(known).toEqual(claimed.map(({ section, key }) => `${section}.${key}`));
  });
}, DAEMONS_SINCE);
