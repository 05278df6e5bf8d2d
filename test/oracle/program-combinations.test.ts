import { expect, test } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';
import { combined, takenIn } from './programs/combinations.ts';
import { ENVIRONMENT, NOT_OURS } from './programs/not-ours.ts';

/** The kinds of which sections and keys say something of each other. */
const KINDS = ['network', 'netdev', 'link', 'nspawn', 'repart'];
const FILES = 200;
const SEED = 19;

/** Of the files their program complains of, in how many we do. */
const FOUND = 0.97;

const paths: Readonly<Record<string, string>> = {
  repart: '/usr/lib/repart.d/a.conf',
  nspawn: '/etc/systemd/nspawn/a.nspawn',
};

/** Files of several sections whose lines are taken one by one: what is said of them is said of how they go together. */
eachSystem((version) => {
  test.for(KINDS)('says of sections of .%s files together what their program says', (kind, context) => {
    const reason = absence({ version, kind });
    if (reason !== undefined) return context.skip(reason);
    const texts = combined({ version, kind, seed: SEED, count: FILES }, takenIn({ version, kind }));
    const verdicts = askProgram({ version, kind }, texts);
    const judged = texts.map((text, index) => ({
      text,
      theirs: verdicts[index]!.messages.filter(({ level }) => level <= 4),
      ours: checkUnitText(text.replaceAll('@NAME@', 'q00001'), {
        path: paths[kind] ?? `/etc/systemd/network/a.${kind}`,
        version,
      }).filter(({ severity }) => severity === 'error' || severity === 'warning'),
    }));
    const wrong = judged.filter(({ ours, theirs }) => ours.length > 0 && theirs.length === 0);
    expect(wrong.map(({ text, ours }) => `${text}\n${ours[0]!.message}`)).toEqual([]);
    const complained = judged.filter(({ theirs }) =>
      theirs.some(({ text }) => !ENVIRONMENT.test(text) && !NOT_OURS.test(text)),
    );
    const missed = complained.filter(({ ours }) => ours.length === 0);
    const said = missed.map(({ theirs }) => theirs.map(({ text }) => text).join(' / '));
    expect(1 - missed.length / Math.max(1, complained.length), said.join('\n')).toBeGreaterThanOrEqual(FOUND);
  });
}, DAEMONS_SINCE);
