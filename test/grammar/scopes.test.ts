import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, outline } from './tokenize.ts';

/** Text in, scopes out: `scopes.txt` has a line of a unit, then indented what it is made of; `Key` and `=` are left out there. */
const cases = readFileSync(new URL('scopes.txt', import.meta.url), 'utf8')
  .split(/\n(?!\s{4}\S)/)
  .filter((text) => text.trim() !== '')
  .map((text) => text.split(/\n {4}/));

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

function isKeyOrEquals(part: string, index: number): boolean {
  const scope = ['support.type.property-name', 'keyword.operator.assignment'][index];
  return scope !== undefined && part.endsWith(` → ${scope}`);
}

describe('scopes', () => {
  it.each(cases.map(([text, ...parts]) => ({ text: text!, parts })))('$text', ({ text, parts }) => {
    const all = outline(grammar, text);
    expect(all.filter((part, index) => !isKeyOrEquals(part, index))).toEqual(parts);
    expect(all.slice(0, 2).some(isKeyOrEquals)).toBe(/^\w[^[{]*=/.test(text));
  });
});
