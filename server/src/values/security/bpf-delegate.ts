import { readWords } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { faultAt, quoted } from '../consequence.ts';
import { nameOf, whole } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, MOST_FAULTS, quotingProblem } from '../word-list.ts';
import { bpfNames } from './bpf-names.ts';

const FORM: ListForm = { separators: ',' };

/** What the names of a directive are names of. */
const OBJECTS: Readonly<Record<string, string>> = {
  BPFDelegateCommands: 'command of bpf(2)',
  BPFDelegateMaps: 'type of BPF map',
  BPFDelegatePrograms: 'type of BPF program',
  BPFDelegateAttachments: 'place to attach BPF programs to',
};

/** `BPFDelegateCommands=` and its like: `any` alone, or names with commas between; systemd.exec(5). */
export const bpfDelegate: ValueType = {
  parsers: ['commands', 'maps', 'programs', 'attachments'].map((what) => `config_parse_bpf_delegate_${what}`),
  repeats: 'extends',
  check(text, context) {
    if (text === 'any') return [];
    const names = bpfNames[context.directive.key] ?? [];
    const { words, fault } = readWords(text, FORM);
    const bad = words.filter((word) => !names.includes(word.text));
    const problems = bad.slice(0, MOST_FAULTS).map((word) => {
      const guess = nearest(word.text, names);
      return faultAt(word, {
        rule: 'value-invalid',
        consequence: bad.length < words.length ? 'entry' : 'ignored',
        what: `Unknown value ${quoted(word.text)} for ${nameOf(context)}`,
        remedy: remedyFor(word.text, guess, names),
        replacement: guess,
      });
    });
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  complete(text, offset, context) {
    const items = (bpfNames[context.directive.key] ?? []).map((label): Candidate => ({ label, kind: 'value' }));
    const any: Candidate = { label: 'any', kind: 'keyword', detail: 'everything' };
    return completeWord(text, offset, FORM, text.includes(',') ? items : [any, ...items]);
  },
  describe(text, offset, context) {
    const what = OBJECTS[context.directive.key] ?? '';
    if (text === 'any') return { ...whole(text), markdown: `**any**: every ${what} the kernel has.` };
    const names = bpfNames[context.directive.key] ?? [];
    return describeWord(text, offset, FORM, (word) => (names.includes(word) ? `**${word}**: a ${what}.` : undefined));
  },
};

function remedyFor(word: string, guess: string | undefined, names: readonly string[]): string {
  if (word === 'any') return 'The word any stands alone.';
  if (/\s/.test(word)) return 'Put commas without spaces between names.';
  return guess ? `Did you mean ${guess}?` : `Write any, or names such as ${names[0]} with commas between.`;
}
