import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { errnoNames, isErrnoName } from '../basic/errno.ts';
import { since } from '../changes.ts';
import { parseInteger } from '../numbers/integer.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, type ListForm, type WordList } from '../word-list.ts';
import { findSyscallGroup, syscallGroups } from './syscall-groups.ts';
import { completeSyscalls, describeSyscall, syscallSignature } from './syscall-help.ts';
import { syscallSince, syscallsOf } from './syscalls.ts';

const SYSCALL_FORM: ListForm = { invert: true };

/** ERRNO_MAX of systemd's src/basic/errno-util.h. */
const ERRNO_MAX = 4095n;

/** `SystemCallFilter=`, `config_parse_syscall_filter()` of src/core/load-fragment.c; systemd.exec(5). */
export const syscallFilter: ValueType = {
  parsers: ['config_parse_syscall_filter'],
  repeats: 'extends',
  check: (text, context) => checkWords(text, SYSCALL_FORM, context, (word, list) => checkFiltered(word, list, context)),
  complete: (text, offset, context) => completeSyscalls(text, offset, context, true),
  describe: describeSyscall,
  signature: () => syscallSignature(true),
};

/** `SystemCallLog=`, which takes no error numbers. */
export const syscallLog: ValueType = {
  parsers: ['config_parse_syscall_log'],
  repeats: 'extends',
  check: (text, context) => checkWords(text, SYSCALL_FORM, context, (word) => checkName(word.text, word, context)),
  complete: (text, offset, context) => completeSyscalls(text, offset, context, false),
  describe: describeSyscall,
  signature: () => syscallSignature(false),
};

function checkFiltered(word: Word, list: WordList, context: ValueContext): ValueProblem[] {
  const colon = word.text.indexOf(':');
  if (colon < 0) return checkName(word.text, word, context);
  const [name, errno] = [word.text.slice(0, colon), word.text.slice(colon + 1)];
  const common = { rule: 'value-invalid', consequence: 'entry' } as const;
  if (name === '' || !isErrno(errno)) {
    const guess = nearest(errno, errnoNames);
    const what =
      name === ''
        ? `${quoted(word.text)} has no system call before the colon`
        : `${quoted(errno)} is not an error number or name`;
    const remedy = guess && name !== '' ? `Did you mean ${guess}?` : 'Write for example ~mount:EPERM or ~mount:kill.';
    return [
      faultAt(word, { ...common, what, remedy, replacement: guess && name !== '' ? `${name}:${guess}` : undefined }),
    ];
  }
  if (!list.inverted && since(context.version, 'allowed system calls have no error number')) {
    const what = `${nameOf(context)} lists what is allowed here, and allowed system calls take no error number`;
    return [
      faultAt(word, {
        ...common,
        what,
        remedy: `Write ${name}, or begin the line with ~ to list what is refused.`,
        replacement: name,
      }),
    ];
  }
  return checkName(name, word, context);
}

function isErrno(text: string): boolean {
  if (text === 'kill' || isErrnoName(text)) return true;
  return typeof parseInteger(text, { from: 0n, to: ERRNO_MAX }) === 'bigint';
}

function checkName(name: string, word: Word, context: ValueContext): ValueProblem[] {
  return name.startsWith('@') ? checkGroup(name, word, context) : checkCall(name, word, context);
}

function checkGroup(name: string, word: Word, { version }: ValueContext): ValueProblem[] {
  if (findSyscallGroup(name, version)) return [];
  const newer = syscallGroups.find((group) => group.name === name)?.from;
  if (newer !== undefined) {
    const what = `The group ${name} of system calls is newer than systemd ${version}`;
    return [faultAt(word, { rule: 'value-too-new', consequence: 'entry', what })];
  }
  const names = syscallGroups.map((group) => group.name);
  const guess = nearest(name, names);
  const what = `Unknown group of system calls ${quoted(name)}`;
  const remedy = guess ? `Did you mean ${guess}?` : '"systemd-analyze syscall-filter" lists the groups.';
  return [
    faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy, replacement: withErrno(guess, word) }),
  ];
}

function checkCall(name: string, word: Word, context: ValueContext): ValueProblem[] {
  const from = syscallSince(name);
  if (from !== undefined && from <= context.version) return [];
  if (from !== undefined) {
    const what = `The system call ${name} is newer than what systemd ${context.version} is usually built with`;
    return [faultAt(word, { rule: 'value-too-new', consequence: 'entry', what })];
  }
  const { guess, remedy } = adviceFor(name, context);
  const what = `Unknown system call ${quoted(name)}`;
  return [
    faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy, replacement: withErrno(guess, word) }),
  ];
}

const withErrno = (guess: string | undefined, word: Word): string | undefined => {
  const colon = word.text.indexOf(':');
  return guess && colon >= 0 ? guess + word.text.slice(colon) : guess;
};

function adviceFor(name: string, { version }: ValueContext): { guess?: string; remedy?: string } {
  if (name.startsWith('~'))
    return {
      remedy:
        'A ~ inverts the whole list and may stand only in front of the first word; write another line for the others.',
    };
  if (name.includes(','))
    return {
      remedy: 'Put spaces, not commas, between system calls.',
      guess: name.split(',').filter(Boolean).join(' '),
    };
  if (/^["']/.test(name)) return { remedy: 'Leave out the quotes: they are part of the name here.' };
  if (findSyscallGroup(`@${name}`, version)) return { remedy: `Did you mean the group @${name}?`, guess: `@${name}` };
  const guess = nearest(name, syscallsOf(version));
  return guess
    ? { guess, remedy: `Did you mean ${guess}?` }
    : { remedy: 'A misspelt name allows or refuses other calls than intended.' };
}
