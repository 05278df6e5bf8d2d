import { factsOf, type LineFact } from '../lines/facts.ts';

/** What the lines of tmpfiles.d may begin with; tmpfiles.d(5), "Type". */
export const types = factsOf('tmpfiles', 'type');
export const modifiers = factsOf('tmpfiles', 'modifier');
/** What is replaced in paths and arguments. */
export const specifiers = factsOf('tmpfiles', 'specifier');

/** What a type does, in a few words of our own; the manual says the rest. */
const purposes: Readonly<Record<string, string>> = {
  f: 'Create a file',
  F: 'Create a file, or empty it',
  w: 'Write into a file that exists',
  d: 'Create a directory, and clean it by age',
  D: 'Create a directory that is emptied at boot',
  e: 'Adjust a directory that exists, and clean it by age',
  v: 'Create a subvolume, or a directory',
  q: "Create a subvolume in its parent's quota groups",
  Q: 'Create a subvolume with a quota group of its own',
  p: 'Create a named pipe',
  L: 'Create a symbolic link',
  c: 'Create a character device node',
  b: 'Create a block device node',
  C: 'Copy a file or directory',
  x: 'Keep a path and what is in it from being cleaned',
  X: 'Keep a path, not what is in it, from being cleaned',
  r: 'Remove a file or an empty directory',
  R: 'Remove a path and everything in it',
  z: 'Set mode and owner of a path that exists',
  Z: 'Set mode and owner of a path and of everything in it',
  m: 'Set the mode of a path that exists',
  t: 'Set extended attributes',
  T: 'Set extended attributes, of everything in the path as well',
  h: 'Set file attributes (chattr)',
  H: 'Set file attributes (chattr), of everything in the path as well',
  a: 'Set access control lists',
  A: 'Set access control lists, of everything in the path as well',
  k: 'Set file capabilities',
  K: 'Set file capabilities, of everything in the path as well',
};

export const purposeOfType = (letter: string): string | undefined => purposes[letter];

const modifierPurposes: Readonly<Record<string, string>> = {
  '+': 'replace what is there, or append to it',
  '!': 'only at boot',
  '-': 'a failure does not count',
  '=': 'replace what is there if it is of another type',
  '~': 'the argument is Base64',
  '^': 'the argument names a credential',
  $: 'removed again by systemd-tmpfiles --purge',
  '?': 'only if what the link leads to exists',
};

export const purposeOfModifier = (modifier: string): string | undefined => modifierPurposes[modifier];

/** What takes an argument and of what kind, by type. */
export type ArgumentKind = 'text' | 'target' | 'source' | 'device' | 'xattr' | 'acl' | 'attributes' | 'capabilities';

const argumentKinds: Readonly<Record<string, ArgumentKind>> = {
  f: 'text',
  F: 'text',
  w: 'text',
  L: 'target',
  C: 'source',
  c: 'device',
  b: 'device',
  t: 'xattr',
  T: 'xattr',
  a: 'acl',
  A: 'acl',
  h: 'attributes',
  H: 'attributes',
  k: 'capabilities',
  K: 'capabilities',
};

export const argumentKindOf = (letter: string): ArgumentKind | undefined => argumentKinds[letter];

export const has = (fact: LineFact | undefined, version: number): fact is LineFact =>
  fact !== undefined && fact.from <= version;

/** Whether a path of that type may be a pattern. */
export const takesPatterns = (letter: string): boolean => types.get(letter)?.traits.includes('glob') ?? false;

/** Whether a line says what its path is to be, so that there can be one such line only. */
export const settlesPath = (letter: string): boolean => types.get(letter)?.traits.includes('owns') ?? false;
