import { allRules } from '../../dialects/rules.ts';
import { allDirectives } from '../../units/unit-directives.ts';
import { choicesOf, type Help, type Option, optionsOf } from '../usage.ts';

/** What completions need of a command. */
export interface CommandShape {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionShape[];
  /** What stands for itself: files unless the words are known. */
  readonly operands: readonly string[] | 'files' | 'units' | 'nothing';
}

export interface OptionShape {
  readonly name: string;
  readonly short: string | undefined;
  readonly description: string;
  /** What follows: nothing, one of some words, a folder, a file, or anything. */
  readonly value: 'none' | 'any' | 'files' | 'folders' | readonly string[];
}

export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly help: Help;
}

export const shapesOf = (commands: readonly Described[]): CommandShape[] =>
  commands.map(({ name, summary, help }) => ({
    name,
    summary,
    operands: operandsOf(help.synopsis),
    options: optionsOf(help).map(optionShape),
  }));

function operandsOf(synopsis: readonly string[]): CommandShape['operands'] {
  const last = synopsis[0]!.split(' ').at(-1)!;
  if (last.includes('|')) return last.split('|');
  if (last.startsWith('TOPIC')) return topics();
  if (last.startsWith('UNIT')) return 'units';
  return /^PATH/.test(last) ? 'files' : 'nothing';
}

/** What people ask for most: every directive. */
const topics = (): string[] => [...new Set(allDirectives().map(({ key }) => key))].sort();

function optionShape(option: Option): OptionShape {
  const { name, short, about } = option;
  return { name, short, description: about, value: takenBy(option) };
}

function takenBy(option: Option): OptionShape['value'] {
  const choices = choicesOf(option);
  if (choices.length > 0) return choices;
  if (option.isAlone) return 'none';
  if (option.value === 'DIR') return 'folders';
  if (option.value === 'FILE') return 'files';
  return option.value === 'RULE' ? allRules.map(({ id }) => id).sort() : 'any';
}
