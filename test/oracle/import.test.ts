import { expect, test } from 'vitest';
import { importUnits } from '../../server/src/features/import/index.ts';
import { importCases } from '../features/import/table.ts';
import { eachSystem } from './each-system.ts';
import { verifyFiles } from './verify.ts';

const UNIT = /\.(?:service|timer|target)$/;

/** The units of every case; each case in a folder of its own, since names repeat. */
const sets = ['crontab', 'supervisord', 'sysv'].flatMap((table) =>
  importCases(`${table}.txt`).map(({ name, source }) => {
    const path = name.endsWith('system') ? '/etc/crontab' : '/etc/init.d/exampled';
    const files = importUnits(source, path).files.filter((file) => UNIT.test(file.name));
    return [name, new Map(files.map((file) => [file.name, file.text]))] as const;
  }),
);

eachSystem((version) => {
  test.each(sets)('%s: systemd has nothing to say of their lines', (_, files) => {
    const verdicts = verifyFiles({ version, files });
    const said = [...verdicts].flatMap(([name, { messages }]) =>
      messages.filter(({ line }) => line !== undefined).map(({ line, text }) => `${name}:${line}: ${text}`),
    );
    expect([...verdicts].filter(([, { refused }]) => refused)).toEqual([]);
    expect(said).toEqual([]);
  });
});
