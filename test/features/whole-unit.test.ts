import { expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { judgeUnit } from '../../server/src/features/judged-unit.ts';
import { checkText } from '../../server/src/service/check.ts';

const fragment = { path: '/w/a.service', text: '[Service]\nType=oneshot\nExecStart=/bin/true\n' };
const dropIns = Array.from({ length: 5 }, (_, i) => ({
  path: `/w/a.service.d/${i}.conf`,
  text: i === 3 ? '[Service]\nRestart=always\n' : `[Service]\nNice=${i}\n`,
}));
const files = [fragment, ...dropIns];

const options = { version: 257 };
const judge = (path: string, text: string, list: typeof files) => {
  const document = createDocument(text, { path, ...options });
  return judgeUnit(list, { document, judged: document.judged!, index: undefined });
};

test('the files of a unit are judged once for all of them, each with what is said of it', () => {
  const first = judge(fragment.path, fragment.text, files);
  const codes = (list: typeof files) =>
    list.map(({ path, text }) =>
      checkText(text, { path, ...options, around: { units: [list] } }).map(({ rule }) => rule),
    );
  const apart = files.map(({ path, text }) =>
    checkText(text, { path, ...options, around: { units: [files.map((file) => ({ ...file }))] } }).map(
      ({ rule }) => rule,
    ),
  );
  expect(codes(files)).toEqual(apart);
  expect(apart.flat()).toContain('service-oneshot');
  const document = createDocument(fragment.text, {
    path: fragment.path,
    ...options,
    judged: first.unit.files[0]!,
  });
  expect(judgeUnit(files, { document, judged: document.judged!, index: undefined })).toBe(first);
});

test('a text that is newer than the list is judged as it is', () => {
  judge(fragment.path, fragment.text, files);
  const { unit } = judge(fragment.path, '[Service]\nExecStart=/bin/false\n', files);
  expect(unit.value('Service', 'ExecStart')).toBe('/bin/false');
  expect(unit.value('Service', 'Nice')).toBe('4');
});

test('drop-ins whose texts did not change are not read again', () => {
  const before = judge(fragment.path, fragment.text, files).unit;
  const after = judge(fragment.path, `${fragment.text}Nice=1\n`, [...files]).unit;
  expect(after.files.slice(1)).toEqual(before.files.slice(1));
  expect(after.files.slice(1).every((file, i) => file === before.files[i + 1])).toBe(true);
});
