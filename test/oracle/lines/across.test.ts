import { expect, test } from 'vitest';
import { checkText } from '../../../server/src/service/check.ts';
import { type Random, seeded } from '../../mutation/random.ts';
import { DAEMONS_SINCE, eachSystem } from '../each-system.ts';
import { absence, saidOfFiles } from './ask.ts';

/** What a program says of a line that an earlier one leaves without effect. */
const OVERRIDDEN = /^(?:Duplicate line|Conflict with earlier)/;

const FILES = 12;
const LINES_EACH = 60;

const some = ({ below }: Random, words: string): string => {
  const all = words.split(' ');
  return all[below(all.length)]!;
};

/** Lines about few things, so that many of them speak of the same. */
const lineOf: Readonly<Record<string, (random: Random) => string>> = {
  tmpfiles: (random) => {
    const type = some(random, 'd d! D v q f f+ F w w+ L L+ e z Z r x m');
    const path = `/q/${some(random, 'a b c a/ //b c/*')}`;
    const [mode, age] = [some(random, '- - 0755 755 0700 ~0755'), some(random, '- - - 1d 2d')];
    const [user, group] = [some(random, '- - root 0 daemon'), some(random, '- - - root 0')];
    const needs = 'fFwL'.includes(type[0]!);
    return `${type} ${path} ${mode} ${user} ${group} ${age} ${needs ? some(random, 'x x y') : '-'}`;
  },
  sysusers: (random) => {
    const type = some(random, 'u u g');
    const id = some(random, '- 5 6 5 -');
    const rest =
      type === 'g' ? '' : ` ${some(random, '- "x" "y"')} ${some(random, '- / /a /a/')} ${some(random, '- /bin/sh')}`;
    return `${type} ${some(random, 'qa qb qc qd qe')} ${id}${rest}`;
  },
};

const nameOf = (dialect: string, index: number): string =>
  `/etc/${dialect}.d/asked${String(index).padStart(4, '0')}.conf`;

eachSystem((version) => {
  test.for(Object.keys(lineOf))(
    'finds lines of %s that one of an earlier file leaves without effect',
    (dialect, context) => {
      const reason = absence(version);
      if (reason !== undefined) return context.skip(reason);
      const random = seeded(version);
      const texts = Array.from({ length: FILES }, () =>
        Array.from({ length: LINES_EACH }, () => `${lineOf[dialect]!(random)}\n`).join(''),
      );
      const said = saidOfFiles(version, dialect, texts, { atOnce: true });
      const files = texts.map((text, index) => ({ path: nameOf(dialect, index), text }));
      const theirs = said.flatMap((found, file) =>
        found
          .filter(({ text }) => OVERRIDDEN.test(text))
          .map(({ line }) => `${file}:${line} ${texts[file]!.split('\n')[line - 1]}`),
      );
      const ours = files.flatMap(({ path, text }, file) =>
        checkText(text, { path, version, around: { among: { files, areAll: true } } })
          .filter(({ rule }) => rule === 'line-overridden')
          .map(({ start }) => {
            const line = text.slice(0, start).split('\n').length;
            return `${file}:${line} ${text.split('\n')[line - 1]}`;
          }),
      );
      expect(theirs.length).toBeGreaterThan(FILES * LINES_EACH * 0.1);
      expect(ours.filter((line) => !theirs.includes(line))).toEqual([]);
      expect(
        theirs.filter((line) => !ours.includes(line)).length,
        theirs.filter((line) => !ours.includes(line)).join('\n'),
      ).toBeLessThanOrEqual(theirs.length * 0.03);
    },
  );
}, DAEMONS_SINCE);
