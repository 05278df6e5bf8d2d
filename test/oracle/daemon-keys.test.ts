import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { daemonDirectives } from '../../server/src/schema/generated/daemon-conf.ts';
import { rowsOf } from '../../server/src/schema/rows.ts';
import { absence, askDaemon, programOf } from './daemons/ask.ts';
import { filesReadBy } from './daemons/daemons.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';

const rows = rowsOf(daemonDirectives).map(([file = '', section = '', key = '', , , , from, to]) => ({
  ...{ file, section, key },
  ...{ from: Number(from || 0), to: Number(to || Number.POSITIVE_INFINITY) },
}));

/** Files read with the same table: that of the manager of users, and that of a journal's namespace. */
const sharers: Readonly<Record<string, string>> = { 'user.conf': 'system.conf', 'journald@.conf': 'journald.conf' };

eachSystem((version) => {
  test.for(filesReadBy(version))('the daemon of %s reads the keys of the table and no others', (file, context) => {
    const reason = absence({ version, file });
    if (reason !== undefined) return context.skip(reason);
    const own = rows.filter((row) => row.file === (sharers[file] ?? file));
    const sections = [...new Set(own.map(({ section }) => section))];
    const keys = [
      ...new Set([...own.map(({ key }) => key), ...wordsIn(programOf({ version, file }), sections)]),
    ].sort();
    const names = sections.flatMap((section) => keys.map((key) => `${section}.${key}`));
    const claimed = names.filter((name) =>
      own.some(({ section, key, from, to }) => `${section}.${key}` === name && from <= version && version <= to),
    );
    expect(claimed.length).toBeGreaterThan(0);
    expect(readOf(names, { version, file })).toEqual(claimed);
  });
}, DAEMONS_SINCE);

function readOf(names: readonly string[], options: { version: number; file: string }): string[] {
  const texts = names
    .map((name) => name.split('.'))
    .map(([section, key]) => `${section ? `[${section}]\n` : ''}${key}=`);
  const isUnknown = askDaemon(options, texts).map(({ messages }) =>
    messages.some(({ text }) => /^Unknown (?:key|section)/.test(text)),
  );
  return names.filter((_, index) => !isUnknown[index]);
}

/** Whatever in a program could be the name of a key: behind its section, as most tables have it, or alone. */
function wordsIn(program: string, sections: readonly string[]): string[] {
  const words = readFileSync(program, 'latin1').match(/(?<=\0)[A-Za-z][A-Za-z0-9_.]{1,60}(?=\0)/g) ?? [];
  const qualified = words.map((word) => word.split('.')).filter(([section = '']) => sections.includes(section));
  if (qualified.length > 0) return qualified.map(([, key = '']) => key).filter((key) => /^\w+$/.test(key));
  const form = sections.includes('') ? /^[a-z]+_[a-z_]+$/ : /^[A-Z][A-Za-z0-9]+$/;
  return words.filter((word) => form.test(word));
}
