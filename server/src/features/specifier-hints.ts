import { toSourceSpan } from '../syntax/value.ts';
import { codeSpan } from '../text/markdown.ts';
import { expandSpecifiers } from '../values/specifiers.ts';
import type { Document } from './document.ts';

/** What a specifier stands for, shown behind it. */
export interface Expansion {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** Specifiers that follow from the unit's name; in a template those of the instance are not known. */
const OF_NAME = /%(?:([nNpPijJIf])|%)/g;

export function expansions({ judged, version }: Document): Expansion[] {
  const kind = judged?.source.identity;
  if (!judged || !kind?.unit) return [];
  const isTemplate = kind.unit.instance === '';
  const context = { unit: kind.unit, manager: kind.manager, kind: kind.kind, version };
  const tooltip = `In ${codeSpan(kind.unit.text)}.`;
  return judged.sections.flatMap(({ assignments }) =>
    assignments.flatMap(({ node: { value } }): Expansion[] =>
      [...value.text.matchAll(OF_NAME)].flatMap(({ index, 0: specifier, 1: letter = '' }) => {
        if (letter === '' || (isTemplate && 'niINf'.includes(letter))) return [];
        const { text } = expandSpecifiers(specifier, context);
        const { end } = toSourceSpan(value, index, index + specifier.length);
        return text === '' || text === specifier ? [] : [{ offset: end, label: text, tooltip }];
      }),
    ),
  );
}
