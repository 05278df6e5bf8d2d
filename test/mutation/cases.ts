import { parse } from '../../server/src/syntax/parse.ts';
import type { Question } from '../oracle/verify.ts';
import { kindOf, renamed, type Unit } from './base.ts';
import { type Mutation, mutate, places } from './edits.ts';
import { type Random, seeded } from './random.ts';

/** A mutant. */
export interface Case extends Question {
  readonly origin: string;
  /** The drop-in with the mutation in it, by its name. */
  readonly dropIn?: { readonly name: string; readonly text: string };
}

export interface Making {
  readonly name: string;
  readonly mutation: Mutation;
  readonly version: number;
  /** Mutants per unit. */
  readonly count: number;
  readonly seed: number;
  /** Make them in a drop-in of the unit. */
  readonly inDropIn?: boolean;
}

/** Mutants of every unit; the same seed makes the same ones. */
export function casesOf(units: readonly Unit[], making: Making): Case[] {
  const random = seeded(making.seed * 7919 + making.name.length);
  return units.flatMap((unit, index) =>
    Array.from({ length: making.count }, (_, round) => {
      const stem = `m${index}r${round}${making.inDropIn ? 'd' : ''}${making.name.replace(/[^a-z]/gi, '')}`;
      return mutant(unit, stem, making, random) ?? [];
    }).flat(),
  );
}

function mutant(unit: Unit, stem: string, making: Making, random: Random): Case | undefined {
  const { mutation, version, inDropIn } = making;
  const habitat = { kind: kindOf(unit.name), version };
  const own = renamed(unit, stem);
  const base = inDropIn ? excerptOf(own.text, random) : own.text;
  const text = mutate(base, mutation, random, habitat);
  // The oracle reads and writes UTF-8, which cannot hold every byte.
  if (text === undefined || text.includes('\ufffd')) return undefined;
  if (!inDropIn) return { ...own, text, origin: unit.name };
  const name = `${own.name}.d/10-mutant.conf`;
  return { ...own, origin: unit.name, dropIn: { name, text }, partners: { ...own.partners, [name]: text } };
}

/** A drop-in with some of the unit's own settings. */
function excerptOf(text: string, random: Random): string {
  const all = places(parse(text)).filter(({ node }) => !/^(Exec|Where|What|Listen|Unit$|Service$)/.test(node.key));
  const some = all.filter(() => random.below(3) === 0);
  return (some.length > 0 ? some : all.slice(0, 1))
    .map(({ node, section }) => `[${section}]\n${node.key}=${node.value.text}\n`)
    .join('');
}
