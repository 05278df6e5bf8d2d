import { errnoNames } from '../basic/errno.ts';
import type { Candidate, Completion, Description, Signature, ValueContext } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, wordAround } from '../word-list.ts';
import { findSyscallGroup, groupsWith, membersOf, syscallGroups } from './syscall-groups.ts';
import { syscallSince, syscallsOf } from './syscalls.ts';

const FORM: ListForm = { invert: true };

export function completeSyscalls(
  text: string,
  offset: number,
  { version }: ValueContext,
  withErrno: boolean,
): Completion {
  const word = wordAround(text, offset, FORM);
  const colon = text.slice(0, offset).lastIndexOf(':');
  if (withErrno && colon > word.start) return { start: colon + 1, end: word.end, items: errnoItems };
  return completeWord(text, offset, FORM, candidatesOf(version));
}

const candidates = new Map<number, readonly Candidate[]>();

/** Hundreds, for each keystroke the same. */
function candidatesOf(version: number): readonly Candidate[] {
  const known = candidates.get(version);
  if (known) return known;
  const groups = syscallGroups.filter((group) => (group.from ?? 0) <= version);
  const made = [
    ...groups.map(
      ({ name, about }): Candidate => ({
        label: name,
        kind: 'keyword',
        detail: about,
        documentation: listOf(name, version),
      }),
    ),
    ...syscallsOf(version).map((label): Candidate => ({ label, kind: 'value' })),
  ];
  candidates.set(version, made);
  return made;
}

const errnoItems: readonly Candidate[] = [
  { label: 'kill', kind: 'keyword', detail: 'ends the process' },
  ...errnoNames.map((label): Candidate => ({ label, kind: 'value' })),
];

const listOf = (group: string, version: number): string =>
  membersOf(group, version)
    .map((name) => `\`${name}\``)
    .join(' ');

/** What a word of `SystemCallFilter=` stands for. */
export function describeSyscall(text: string, offset: number, { version }: ValueContext): Description | undefined {
  return describeWord(text, offset, FORM, (word, { inverted }) => {
    const [name = '', errno] = word.split(':');
    const answer =
      errno && inverted ? ` Calling it ${errno === 'kill' ? 'ends the process' : `fails with ${errno}`}.` : '';
    const group = findSyscallGroup(name, version);
    if (group) {
      const members = listOf(name, version);
      return `**${name}**: ${group.about}.${answer}${members ? `\n\n${members}` : ''}`;
    }
    if (syscallSince(name) === undefined) return undefined;
    const groups = groupsWith(name, version).map((found) => `\`${found}\``);
    return `System call \`${name}\`(2)${groups.length > 0 ? `, part of ${groups.join(', ')}` : ''}.${answer}`;
  });
}

export function syscallSignature(withErrno: boolean): Signature {
  const item = withErrno ? 'SYSCALL|@GROUP[:ERRNO]' : 'SYSCALL|@GROUP';
  return {
    label: `[~]${item} …`,
    parameters: [
      {
        label: '[~]',
        documentation: 'Lists what is refused, instead of what is allowed; only in front of the whole list.',
      },
      {
        label: item,
        documentation: `A system call or a group of them.${withErrno ? ' In a list of what is refused, :ERRNO says how the call fails, and :kill ends the process.' : ''}`,
      },
    ],
    active: (text, offset) => (offset === 0 && !text.startsWith('~') ? 0 : 1),
  };
}
