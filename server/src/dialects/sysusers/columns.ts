import type { Column, LineContext, LinePlace, ManualPlace, ReadLine } from '../../engine/lines/line-dialect.ts';
import type { Candidate } from '../../values/value-type.ts';
import { inRelease } from '../lines/facts.ts';
import { specifierCandidates } from '../lines/specifiers.ts';
import { modifiers, specifiers } from './check.ts';

const PAGE = 'sysusers.d(5)';

const PURPOSES: Readonly<Record<string, string>> = {
  u: 'Create a system user, and a group of the same name',
  g: 'Create a system group',
  m: 'Add a user to a group',
  r: 'Add a range of numbers from which new users and groups get theirs',
};

export const purposeOfType = (text: string): string | undefined => {
  const purpose = PURPOSES[text[0] ?? ''];
  return purpose && text.includes('!') ? `${purpose}; the account is locked` : purpose;
};

const LEFT_OUT: Candidate = { label: '-', kind: 'keyword', detail: 'left out' };

/** The columns of a line, as its type has them. */
export function columnsOf({ content }: Pick<ReadLine, 'content'>, { version }: LineContext): readonly Column[] {
  const letter = content.fields[0]?.text[0] ?? '';
  const percent = specifierCandidates(specifiers, version);
  const text = (name: string, label: string, purpose: string, more: Partial<Column> = {}): Column => ({
    name,
    label,
    purpose:
      ['gecos', 'home', 'shell'].includes(name) && letter !== '' && letter !== 'u'
        ? 'Lines of this type do not take it.'
        : purpose,
    manual: { page: PAGE, heading: HEADINGS[name] ?? label },
    specifiers: 'sysusers.d',
    ...more,
  });
  return [
    typeColumn(version),
    letter === 'r'
      ? text('name', '-', 'Ranges have no name: write `-`.', { offers: [LEFT_OUT] })
      : text(
          'name',
          'Name',
          letter === 'm' ? 'The user that is added.' : 'How the user or group is called.',
          letter === 'm' ? { sources: ['user'] } : {},
        ),
    idColumn(letter, text),
    text('gecos', 'GECOS', 'A short description of the user, in quotes. It has no colons.', { offers: [LEFT_OUT] }),
    text(
      'home',
      'Home',
      'The home directory; `/` when it is left out. It is not created: a line of tmpfiles.d does that.',
      {
        sources: ['path'],
        offers: [LEFT_OUT, ...percent],
      },
    ),
    text('shell', 'Shell', 'The login shell; `/usr/sbin/nologin` when it is left out.', {
      sources: ['path'],
      offers: [LEFT_OUT, { label: '/usr/sbin/nologin', kind: 'path' }, { label: '/bin/sh', kind: 'path' }],
    }),
  ];
}

const HEADINGS: Readonly<Record<string, string>> = { id: 'ID', home: 'Home Directory' };

function typeColumn(version: number): Column {
  const locked = inRelease(modifiers, version).map(({ name, argument }) => `${argument}${name}`);
  const labels = ['u', ...locked, 'g', 'm', 'r'];
  return {
    name: 'type',
    label: 'Type',
    purpose: 'What is made: a user, a group, a membership, or a range of numbers.',
    manual: { page: PAGE, heading: 'Type' },
    offers: labels.map((label) => ({ label, kind: 'keyword', detail: purposeOfType(label)! })),
  };
}

function idColumn(
  letter: string,
  text: (name: string, label: string, purpose: string, more?: Partial<Column>) => Column,
): Column {
  if (letter === 'm') return text('id', 'Group', 'The group that the user is added to.', { sources: ['group'] });
  if (letter === 'r') return text('id', 'Range', 'A number, or two with `-` between them: `500-900`.');
  const automatic: Candidate = { label: '-', kind: 'keyword', detail: 'the next free number' };
  const purpose =
    letter === 'g'
      ? 'The number of the group, or a path whose group is taken; `-` for the next free number.'
      : 'The number of the user, `UID:GROUP`, or a path whose owner is taken; `-` for the next free number.';
  return text('id', 'ID', purpose, { offers: [automatic], sources: ['path'] });
}

export const manualOf = ({ field }: LinePlace): ManualPlace | undefined =>
  field?.name === 'type' && field.text !== '' ? { page: PAGE, term: field.text[0]! } : undefined;

export function describe({ field }: LinePlace): string | undefined {
  if (field?.name !== 'type') return undefined;
  const purpose = purposeOfType(field.text);
  return purpose && `**${field.text}** ${purpose}.`;
}
