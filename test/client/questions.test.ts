import { expect, test } from 'vitest';
import { clientSources } from '../../client/scripts/localization.mjs';

/** The arguments of a call, as texts; commas within brackets and strings part nothing. */
function argumentsAt(source: string, open: number): string[] {
  const found = [''];
  let depth = 0;
  let quote = '';
  for (let i = open + 1; i < source.length; i++) {
    const character = source[i]!;
    if (quote !== '') {
      if (character === '\\') found.push(`${found.pop()}${source[i++]}`);
      else if (character === quote) quote = '';
    } else if ('\'"`'.includes(character)) quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) break;
    else if (character === ',' && depth === 0) {
      found.push('');
      continue;
    }
    found.push(`${found.pop()}${source[i]}`);
  }
  return found.map((text) => text.trim()).filter((text) => text !== '');
}

const calls = clientSources().flatMap(([path, source]) =>
  [...source.matchAll(/\.show(?:Warning|Information|Error)Message\(/g)].map((match) => ({
    path,
    words: argumentsAt(source, match.index + match[0].length - 1),
  })),
);

test('arguments are told apart', () => {
  expect(argumentsAt("f(t('a, (b'), { modal: true, detail: [1, 2] }, ...c)", 1)).toEqual([
    ...["t('a, (b')", '{ modal: true, detail: [1, 2] }', '...c'],
  ]);
});

test('a question is asked in a dialog or a list: a notification goes away before it is seen', () => {
  const asking = calls.filter(({ words }) => words.length > 1 && !words[1]!.includes('modal: true'));
  // VS Code asks the same above every editor of a workspace that is not trusted.
  expect(asking.map(({ path, words }) => `${path}: ${words.join(', ')}`)).toEqual([
    'machine/terminal.ts: message, manage',
  ]);
  expect(calls.length).toBeGreaterThan(10);
});
