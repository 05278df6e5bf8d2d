import { describe, expect, test } from 'vitest';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { checkUnitText } from '../../server/src/service/check.ts';
import { type Answers, newUnit } from '../../server/src/service/new-unit.ts';
import { command, given } from './new-unit-answers.ts';

describe('a new unit', () => {
  test.each(given)('%j', (answers, names) => {
    for (const version of releases) {
      const { files, problems } = newUnit(answers, version);
      expect(problems).toEqual([]);
      expect(files.map(({ name }) => name)).toEqual(names);
      for (const { name, text } of files) {
        const found = checkUnitText(text, { path: `/etc/systemd/system/${name}`, version });
        // Not even advice: what we write ourselves is as it should be.
        expect(found.map(({ code, message }) => `${name}: ${code} ${message}`)).toEqual([]);
        expect(text).not.toMatch(/\n\n\n|undefined|[ \t]\n/);
      }
    }
  });

  test('starts when its manager says so, or not by itself', () => {
    const text = (answers: Partial<Answers>) => newUnit(answers, NEWEST_VERSION).files[0]!.text;
    expect(text(given[0]![0])).toContain('WantedBy=multi-user.target');
    expect(text(given[1]![0])).not.toContain('[Install]');
    expect(text(given[2]![0])).toContain('WantedBy=default.target');
    expect(text(given[12]![0])).toContain('WantedBy=remote-fs.target');
  });

  test.each<[Partial<Answers>, string]>([
    [{ name: 'a b', command }, 'not a valid name for a unit'],
    [{ name: 'web', command: 'no/such' }, 'neither an absolute path'],
    [{ purpose: 'timer', name: 'a', command, calendar: 'teatime' }, 'OnCalendar='],
    [{ purpose: 'socket', name: 'a', command, listen: '70000' }, 'ListenStream='],
    [{ purpose: 'path', name: 'a', command, watched: 'relative' }, 'PathExists='],
    [{ purpose: 'mount', what: '/dev/sda1', where: 'data' }, ''],
  ])('says what is wrong with %j', (answers, expected) => {
    expect(newUnit(answers, NEWEST_VERSION).problems.join(' ')).toContain(expected);
    expect(newUnit(answers, NEWEST_VERSION).problems).not.toEqual([]);
  });

  test('what was typed adds no line and no specifier', () => {
    const { files } = newUnit({ name: 'x', command: '/bin/true\n[Install]\nWantedBy=evil.target' }, NEWEST_VERSION);
    expect(files[0]!.text).not.toMatch(/^WantedBy=evil/m);
  });
});
