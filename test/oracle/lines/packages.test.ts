import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { eachSystem } from '../each-system.ts';
import { absence, isAskable, saidOfFiles } from './ask.ts';
import { compareLines, isOfDoing, isOfMachine } from './compare.ts';

/** Fetched by `node test/corpus/fetch-line-files.mjs`. */
const kept = '.cache/line-files';

const FOLDERS = /\/(tmpfiles|sysusers)\.d\/[^/]+\.conf$/;

const all = readdirSync(kept, { recursive: true, encoding: 'utf8' })
  .map((name) => `/${name}`)
  .filter((name) => existsSync(join(kept, name)))
  .sort();
const paths = all.filter((name) => FOLDERS.test(name));

/** Of the others each line is asked by itself; one of environment.d with a quote or a backslash may go on in the next. */
const BY_LINE: Readonly<Record<string, RegExp>> = {
  sysctl: /\/sysctl\.d\/[^/]+\.conf$/,
  'environment-d': /\/environment\.d\/[^/]+\.conf$/,
  binfmt: /\/binfmt\.d\/[^/]+\.conf$/,
  preset: /\/(?:system|user)-preset\/[^/]+\.preset$/,
};

const linesOf = (dialect: string): string[] => {
  const own = all.filter((name) => BY_LINE[dialect]!.test(name));
  const lines = own.flatMap((name) => readFileSync(join(kept, name), 'utf8').split('\n'));
  return [...new Set(lines)].filter((line) => dialect !== 'environment-d' || !/["'\\]/.test(line));
};

const OF_LISTS = /access control list|NAME=VALUE|capabilities|attribute/;

/** Every file that Debian ships is read beside its program: a word of ours that the program does not say is our worst fault. */
eachSystem((version) => {
  test('says of files of packages what their programs say', (context) => {
    const reason = absence(version);
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

  const askable = Object.keys(BY_LINE).filter((dialect) => isAskable(version, dialect));
  test.for(askable)('says of lines of %s of packages what their program says', (dialect, context) => {
    const reason = absence(version);
    if (reason !== undefined) return context.skip(reason);
    const compared = compareLines(version, dialect, linesOf(dialect));
    const wrong = compared.filter(({ program, ours }) => ours && !program);
    const missed = compared.filter(({ program, ours }) => program && !ours);
    console.log(
      `systemd ${version}, ${dialect}: ${compared.length} lines, ${wrong.length} false, ${missed.length} missed`,
    );
    expect(wrong.map(({ line }) => line)).toEqual([]);
    expect(missed.map(({ line, said }) => `${line}\t${said}`)).toEqual([]);
  });
});
