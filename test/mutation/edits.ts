import type { UnitKind } from '../../server/src/schema/kinds.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { AssignmentNode, UnitFile } from '../../server/src/syntax/tree.ts';
import type { Random } from './random.ts';

/** The unit a mutation is made in. */
export interface Habitat {
  readonly kind: UnitKind;
  readonly version: number;
}

/** Makes one fault, or one oddity, in a unit; undefined where the unit has no place for it. */
export type Mutation = (tree: UnitFile, random: Random, habitat: Habitat) => string | undefined;

export interface Place {
  readonly node: AssignmentNode;
  readonly section: string;
}

export const places = (tree: UnitFile): Place[] =>
  tree.sections.flatMap(({ name, assignments }) => assignments.map((node) => ({ node, section: name })));

export const somewhere = (tree: UnitFile, random: Random): Place | undefined => {
  const all = places(tree);
  return all.length === 0 ? undefined : random.pick(all);
};

export const splice = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Replaces a whole assignment, continuations included. */
export const rewrite = ({ text }: UnitFile, { textSpan }: AssignmentNode, by: string): string =>
  splice(text, textSpan.start, textSpan.end, by);

/** Changes every assignment that stands on one line. */
export const everywhere =
  (change: (node: AssignmentNode, random: Random, section: string) => string | undefined): Mutation =>
  (tree, random) => {
    let { text } = tree;
    for (const { node, section } of places(tree).reverse()) {
      const by = node.value.pieces.length > 1 ? undefined : change(node, random, section);
      if (by !== undefined) text = splice(text, node.textSpan.start, node.textSpan.end, by);
    }
    return text;
  };

/** The mutated text; undefined where nothing changed. */
export function mutate(text: string, mutation: Mutation, random: Random, habitat: Habitat): string | undefined {
  const result = mutation(parse(text), random, habitat);
  return result === text ? undefined : result;
}
