import type { Field, LineContext, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { since } from '../../../values/changes.ts';
import { ignoredPart, quotedText } from '../../lines/problems.ts';
import { accountFault } from '../owner.ts';

/** An entry: `d:` for new files, whose rights, and which. */
const ENTRY = /^[ \t]*(?:d(?:efault)?:)?(?:(u|user|g|group)[ \t]*:([^:]*)|(o|other|m|mask)[ \t]*:):([^:]*)$/;
const LAX_ENTRY = /^[ \t]*(?:d(?:efault)?:)?(?:(u|user|g|group):([^:]*)|(o|other|m|mask):?):([^:]*)$/;

/** The user or group of an entry; undefined where it has none. */
export interface AclAccount {
  readonly kind: 'user' | 'group';
  readonly name: string;
  /** In the argument. */
  readonly start: number;
}

/** acl(5) as libacl reads it; for one bad entry systemd-tmpfiles sets none of them. */
export function checkAcl(argument: Field, { version }: LineContext): LineProblem[] {
  const withX = since(version, 'entries of ACLs may execute directories');
  // libacl reads blanks, backslashes and comments in its own way.
  if (/#/.test(argument.text) || (!withX && /[\\\s]/.test(argument.text))) return [];
  const bad = argument.text.split(',').find((entry) => entry.trim() !== '' && !isEntry(entry, withX));
  if (bad === undefined) return [];
  const form = withX ? 'rwxX' : 'rwx';
  const said = `${quotedText(bad.trim())} is not an entry of an access control list; systemd-tmpfiles ignores the whole list. Write user:NAME:${form} or group:NAME:${form}.`;
  return [ignoredPart(argument, said)];
}

function isEntry(entry: string, withX: boolean): boolean {
  const [, , name, , rights] = (withX ? ENTRY : LAX_ENTRY).exec(entry) ?? [];
  if (rights === undefined || (name && accountFault(name) && !/^\d+$/.test(name))) return false;
  const letters = rights.trimEnd();
  const isKnown = withX ? /^[rwxX-]+$/ : /^[rwx-]+$/;
  return isKnown.test(letters) && isEachOnce(letters);
}

/** No right is said twice. */
const isEachOnce = (letters: string): boolean => {
  const rights = letters.replaceAll('-', '');
  return new Set(rights).size === rights.length;
};

export function accountsOfAcl(text: string): AclAccount[] {
  const found: AclAccount[] = [];
  for (const { index, 1: kind = '', 2: name = '' } of text.matchAll(/(?:^|[:, \t])(u|user|g|group):([^:,]+):/g))
    found.push({
      kind: kind.startsWith('u') ? 'user' : 'group',
      name,
      start: text.indexOf(name, index + kind.length + 1),
    });
  return found;
}
