import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { eachSystem } from '../each-system.ts';
import { absence, saidOfFiles } from './ask.ts';
import { isOfDoing, isOfMachine } from './compare.ts';

/** Fetched by `node test/corpus/fetch-line-files.mjs`. */
const kept = '.cache/line-files';

const FOLDERS = /\/(tmpfiles|sysusers)\.d\/[^/]+\.conf$/;

const paths = (existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : [])
  .map((name) => `/${name}`)
  .filter((name) => FOLDERS.test(name))
  .sort();

const OF_LISTS = /access control list|NAME=VALUE|capabilities|attribute/;

/** Every file that Debian ships is read beside its program: a word of ours that the program does not say is our worst fault. */
eachSystem((version) => {
  test('says of files of packages what their programs say', (context) => {
    const reason =
      paths.length === 0
        ? 'no files of packages here; test/corpus/fetch-line-files.mjs fetches them'
        : absence(version);
    if (reason !== undefined) return context.skip(reason);
    const wrong: string[] = [];
    const missed: string[] = [];
    let complaints = 0;
    for (const dialect of ['tmpfiles', 'sysusers']) {
      const own = paths.filter((path) => path.includes(`/${dialect}.d/`));
      const texts = own.map((path) => readFileSync(join(kept, path), 'utf8'));
      const verdicts = saidOfFiles(version, dialect, texts);
      for (const [index, text] of texts.entries()) {
        const path = own[index]!.replace(/^\/[^/]+/, '');
        const ours = new Set(
          checkUnitText(text, { path, version })
            // Of lists, attributes and capabilities the program names no line; `lines.test.ts` asks about them.
            .filter(
              ({ severity, message }) => severity === 'error' || (severity === 'warning' && !OF_LISTS.test(message)),
            )
            .map(({ line }) => line),
        );
        const told = verdicts[index]!;
        const theirs = new Set(
          told
            .filter((each) => each.level <= 4 && !isOfMachine(each.text) && !isOfDoing(each.text))
            .map(({ line }) => line),
        );
        complaints += theirs.size;
        const lines = text.split('\n');
        wrong.push(
          ...[...ours]
            .filter((line) => !told.some((each) => each.line === line))
            .map((line) => `${own[index]}:${line}: ${lines[line - 1]}`),
        );
        missed.push(
          ...[...theirs]
            .filter((line) => !ours.has(line))
            .map(
              (line) => `${own[index]}:${line}: ${lines[line - 1]} ${told.find((each) => each.line === line)?.text}`,
            ),
        );
      }
    }
    console.log(
      `systemd ${version}: ${paths.length} files, ${complaints} complaints, ${wrong.length} false, ${missed.length} missed`,
    );
    expect(wrong).toEqual([]);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(complaints * 0.03);
  });
});
