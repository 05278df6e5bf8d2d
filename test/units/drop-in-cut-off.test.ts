import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { effectiveUnit, loadedUnitOf } from '../../server/src/features/lenses/effective-unit.ts';
import { checkUnitText } from '../../server/src/service/check.ts';

const folder = '/etc/systemd/system';
const fragment = { path: `${folder}/a.service`, text: '[Service]\nExecStart=/bin/true\nNice=1\n' };

/** A drop-in, and the line from which on systemd reads nothing of it. */
const stopping: Readonly<Record<string, readonly [text: string, line: number]>> = {
  'a user that cannot be': ['[Service]\nNice=2\nUser=a/b\nNice=3\nFoo=1\n[Unit]\nBar=1\n', 3],
  'a command without a path': ['[Service]\nNice=2\nExecStart=bin/x\nNice=3\n', 3],
  'a header with a comment': ['[Service]\nNice=2\n[Service] # more\nNice=3\n', 3],
  'bytes that are not UTF-8': ['[Service]\nNice=2\n[Unit]\nDescription=\udcff\n[Service]\nNice=3\n', 4],
  'bytes that are not UTF-8 in a section systemd does not know': [
    '[Service]\nNice=2\n[X-A]\nB=\udcff\n[Service]\nNice=3\n',
    4,
  ],
  'a line of more than 1 MiB': [`[Service]\nNice=2\nEnvironment=A=${'a'.repeat(1 << 20)}\nNice=3\n`, 3],
  'the first of several': ['[Service]\nNice=2\nUser=a/b\nUser=c/d\n[Service\nNice=3\n', 3],
};

describe.each(Object.entries(stopping))('%s', (_, [text, line]) => {
  const dropIn = { path: `${fragment.path}.d/10.conf`, text };

  test('is one warning, with a hint at what is not read below', () => {
    const found = checkUnitText(text, { path: dropIn.path, version: 252, dropIns: [] });
    expect(found.map((finding) => [finding.severity, finding.line])).toEqual([
      ['warning', line],
      ['hint', line + 1],
    ]);
    expect(found[0]?.message).toContain('systemd skips this line and the rest of the drop-in');
    expect(found[1]?.code).toBe('drop-in-rest');
  });

  test('leaves the unit with what stands above', () => {
    const document = createDocument(fragment.text, { path: fragment.path, version: 252 });
    const unit = loadedUnitOf(document, { units: [[fragment, dropIn]] })!;
    expect(unit.refused).toBe(false);
    expect(unit.value('Service', 'Nice')).toBe('2');
    expect(effectiveUnit(unit).text).not.toContain('Nice=3');
  });
});

test('in a unit file the same line refuses the unit', () => {
  const text = '[Service]\nExecStart=/bin/true\nUser=a/b\nFoo=1\n';
  const found = checkUnitText(text, { path: fragment.path, version: 252 });
  expect(found.map(({ severity, line }) => [severity, line])).toContainEqual(['error', 3]);
  expect(found.map(({ severity, line }) => [severity, line])).toContainEqual(['warning', 4]);
});

test('what keeps the unit from being loaded at all is an error in a drop-in, too', () => {
  const text = '[Socket]\nListenStream=/run/../x\nFoo=1\n';
  const found = checkUnitText(text, { path: `${folder}/a.socket.d/10.conf`, version: 252 });
  expect(found.map(({ severity, line }) => [severity, line])).toEqual([
    ['error', 2],
    ['warning', 3],
  ]);
});

test('an edit of the fatal line brings the rest back', () => {
  const path = `${fragment.path}.d/10.conf`;
  const before = createDocument('[Service]\nUser=a/b\nNice=3\n', { path, version: 252, cache: new Map() });
  const after = createDocument('[Service]\nUser=ab\nNice=3\n', { path, version: 252, before });
  expect(before.judged?.cutOff).toBeDefined();
  expect(after.judged?.cutOff).toBeUndefined();
  expect(after.judged?.assignments.map(({ accepted }) => accepted)).toEqual([true, true]);
});

describe('of the files in a drop-in folder', () => {
  test.each([
    ['10.conf', undefined],
    ['.10.conf', 'drop-in-name'],
    ['10.conf~', 'drop-in-name'],
    ['10.conf.rpmsave', 'drop-in-name'],
    ['override', 'drop-in-name'],
    ['other.service', 'drop-in-name'],
    ['.#10.conf0123456789abcdef', undefined],
  ])('%s is judged, or said to be passed over', (name, rule) => {
    const found = checkUnitText('[Service]\nNonsense=1\n', { path: `${fragment.path}.d/${name}`, version: 252 });
    expect(found.map(({ code }) => code)).toEqual([rule ?? 'directive-unknown']);
    if (rule) expect(found[0]?.severity).toBe('info');
  });
});
