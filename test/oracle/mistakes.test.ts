import { expect, test } from 'vitest';
import { releaseOf } from '../../server/src/values/changes.ts';
import { complaints } from '../mutation/verdict.ts';
import { type Mistake, mistakes } from '../rules/mistakes.ts';
import { eachSystem } from './each-system.ts';
import { type Question, verifyEach } from './verify.ts';

/** Units that others need beside them. */
const SERVICE = '[Service]\nExecStart=/bin/true\n';

function question({ name, after }: Mistake, index: number): Question {
  const kind = name.slice(name.lastIndexOf('.') + 1);
  const stem = `mistake${index}`;
  const isAlone = kind === 'service';
  return { name: `${stem}.${kind}`, text: after, partners: isAlone ? {} : { [`${stem}.service`]: SERVICE } };
}

/** The release that brought `StandardOutput=truncate:`. */
const TRUNCATE_SINCE = releaseOf('output truncates files');

eachSystem((version) => {
  test.each(['system', 'user'] as const)(
    'systemd has nothing to say of what fixes made of typical mistakes: %s',
    (manager) => {
      // Fixes are those of the newest release.
      const all = mistakes().filter(
        (mistake) => mistake.manager === manager && (version >= TRUNCATE_SINCE || !mistake.after.includes('truncate:')),
      );
      const verdicts = verifyEach({ version, manager }, all.map(question));
      const minded = all.flatMap((mistake, i) => {
        const said = complaints(verdicts[i]!).map(({ text }) => text);
        return said.length > 0 ? [{ after: mistake.after, said }] : [];
      });
      expect(minded).toEqual([]);
      const before = verifyEach(
        { version, manager },
        all.map(({ before: text, ...rest }, i) => question({ ...rest, before: text, after: text }, i)),
      );
      expect(before.filter((verdict) => complaints(verdict).length > 0).length).toBeGreaterThan(all.length / 3);
    },
  );
});
