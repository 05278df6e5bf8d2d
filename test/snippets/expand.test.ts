// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have placeholders of this form
import { expect, it } from 'vitest';
import { expandSnippet } from '../../server/src/features/templates/expand.ts';

it.each([
  ['a$0b', 'ab'],
  ['$1${1:x}$1', 'xx'],
  ['${1|a b,c|}', 'a b'],
  ['${1:a${2:b}c}$2', 'abcb'],
  ['\\$MAINPID \\} \\\\', '$MAINPID } \\'],
  ['$NAME ${NAME}', 'srv-data srv-data'],
  ['${NAME:other} ${1:/${NAME/-/\\//g}}', 'srv-data /srv/data'],
  ['100$', '100$'],
])('%s', (body, expected) => {
  expect(expandSnippet(body, { NAME: 'srv-data' })).toBe(expected);
});

it.each(['${1:a', '$NOBODY', '${1!}'])('refuses %s', (body) => {
  expect(() => expandSnippet(body, {})).toThrow();
});
