import type { Content, Inline } from '../tree.ts';

/**
 * Splits the line over an explanation into its terms: `Requires=, Requisite=` are two.
 * A comma inside brackets or right behind an equals sign belongs to the term itself.
 */
export function splitTerms(line: Content): Content[] {
  const terms: Inline[][] = [[]];
  let depth = 0;
  for (const span of line) {
    if (!('text' in span) || span.kind === 'link') {
      terms.at(-1)!.push(span);
      continue;
    }
    let from = 0;
    for (let i = 0; i < span.text.length; i++) {
      const letter = span.text.charAt(i);
      if ('[({'.includes(letter)) depth++;
      else if ('])}'.includes(letter)) depth = Math.max(0, depth - 1);
      if (letter !== ',' || depth > 0 || !/^(?:\s|$)/.test(span.text.slice(i + 1))) continue;
      addPart(terms.at(-1)!, span, from, i);
      terms.push([]);
      from = i + 1;
    }
    addPart(terms.at(-1)!, span, from, span.text.length);
  }
  return terms.map(trimTerm).filter((term) => term.length > 0);
}

type Styled = Extract<Inline, { kind: 'text' | 'strong' | 'emphasis' }>;

function addPart(term: Inline[], span: Styled, from: number, to: number): void {
  const text = term.length === 0 ? span.text.slice(from, to).trimStart() : span.text.slice(from, to);
  if (text !== '') term.push({ kind: span.kind, text });
}

function trimTerm(term: readonly Inline[]): Content {
  const last = term[term.length - 1];
  if (last === undefined || !('text' in last) || last.kind === 'link') return term;
  const text = last.text.trimEnd();
  return text === '' ? term.slice(0, -1) : [...term.slice(0, -1), { kind: last.kind, text }];
}
