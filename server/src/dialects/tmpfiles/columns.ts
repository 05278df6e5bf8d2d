import type { Column, LineContext, ReadLine } from '../../engine/lines/line-dialect.ts';
import { formatMode } from '../../values/basic/mode.ts';
import { capabilities } from '../../values/security/capabilities.ts';
import type { Candidate } from '../../values/value-type.ts';
import { inRelease } from '../lines/facts.ts';
import { specifierCandidates } from '../lines/specifiers.ts';
import { FILE_ATTRIBUTES } from './arguments/file-attributes.ts';
import {
  type ArgumentKind,
  argumentKindOf,
  modifiers,
  purposeOfModifier,
  purposeOfType,
  specifiers,
  takesPatterns,
  types,
} from './line-types.ts';

export const PAGE = 'tmpfiles.d(5)';

/** In place of what is left out. */
const LEFT_OUT: Candidate = { label: '-', kind: 'keyword', detail: 'left out' };

const MODES = ['0755', '0750', '0700', '0644', '0640', '0600', '1777', '2755', '~0755', ':0755'];
const AGES: readonly (readonly [string, string])[] = [
  ['1d', 'older than a day'],
  ['10d', 'older than ten days'],
  ['30d', 'older than thirty days'],
  ['0', 'always'],
  ['~10d', 'older than ten days, but not what lies right inside'],
  ['mM:10d', 'not modified for ten days'],
];

/** The columns of a line, as its type has them. */
export function columnsOf({ content }: Pick<ReadLine, 'content'>, { version }: LineContext): readonly Column[] {
  const letter = content.fields[0]?.text[0] ?? '';
  const percent = specifierCandidates(specifiers, version);
  return [
    typeColumn(content.fields[0]?.text ?? '', version),
    {
      name: 'path',
      label: 'Path',
      purpose: takesPatterns(letter)
        ? 'The path, or a pattern with `*`, `?` and `[…]`. It begins with a slash.'
        : 'The path. It begins with a slash.',
      manual: { page: PAGE, heading: 'Path' },
      sources: ['path'],
      offers: percent,
      specifiers: 'tmpfiles.d',
    },
    {
      name: 'mode',
      label: 'Mode',
      purpose:
        'The access mode, in octal digits. `~` leaves out rights that the file has not now; `:` sets it on new files only.',
      manual: { page: PAGE, heading: 'Mode' },
      offers: [...MODES.map(modeCandidate), LEFT_OUT],
    },
    {
      name: 'user',
      label: 'User',
      purpose: 'The user it belongs to, by name or number. `:` before it sets it on new files only.',
      manual: { page: PAGE, heading: 'User, Group' },
      sources: ['user'],
      offers: [LEFT_OUT],
    },
    {
      name: 'group',
      label: 'Group',
      purpose: 'The group it belongs to, by name or number. `:` before it sets it on new files only.',
      manual: { page: PAGE, heading: 'User, Group' },
      sources: ['group'],
      offers: [LEFT_OUT],
    },
    {
      name: 'age',
      label: 'Age',
      purpose:
        'How old what is inside has to be to be removed, like `10d`. Nothing is removed without it; `0` removes everything.',
      manual: { page: PAGE, heading: 'Age' },
      offers: [...AGES.map(([label, detail]): Candidate => ({ label, detail, kind: 'value' })), LEFT_OUT],
    },
    argumentColumn(letter, percent),
  ];
}

const modeCandidate = (label: string): Candidate => ({
  label,
  kind: 'number',
  detail: formatMode(Number.parseInt(label.replace(/^[~:]/, ''), 8)),
});

/** Types, and what may stand behind the one that is written. */
function typeColumn(written: string, version: number): Column {
  const offers = inRelease(types, version).map(
    ({ name }): Candidate => ({
      label: name,
      kind: 'keyword',
      ...(purposeOfType(name) && { detail: purposeOfType(name)! }),
    }),
  );
  const letter = written[0] ?? '';
  const behind = types.has(letter)
    ? inRelease(modifiers, version)
        .filter(({ name, argument }) => !written.includes(name) && (argument === '' || argument.includes(letter)))
        .map(
          ({ name }): Candidate => ({
            label: `${written}${name}`,
            kind: 'keyword',
            detail: purposeOfModifier(name) ?? '',
          }),
        )
    : [];
  return {
    name: 'type',
    label: 'Type',
    purpose: 'What is done: a letter, and modifiers behind it.',
    manual: { page: PAGE, heading: 'Type' },
    offers: [...offers, ...behind],
  };
}

const ARGUMENTS: Readonly<Record<ArgumentKind, string>> = {
  text: 'The text that is written into the file. Everything up to the end of the line belongs to it.',
  target: 'What the link leads to; without it the path below `/usr/share/factory`.',
  source: 'What is copied; without it the path below `/usr/share/factory`.',
  device: 'Major and minor number of the device: `1:3`.',
  xattr: 'Extended attributes: `user.name=value`, with blanks between them.',
  acl: 'Entries of an access control list, with commas between them: `group:adm:r-x`, `default:user:web:rwX`.',
  attributes: 'File attributes of chattr(1): `+C` adds, `-C` takes away, `=C` sets these and no others.',
  capabilities: 'File capabilities: `cap_net_raw=ep`.',
};

function argumentColumn(letter: string, percent: readonly Candidate[]): Column {
  const kind = argumentKindOf(letter);
  const common = { name: 'argument', label: 'Argument', manual: { page: PAGE, heading: 'Argument' } };
  if (!kind) return { ...common, purpose: 'Lines of this type do not take an argument.', offers: [LEFT_OUT] };
  const purpose = ARGUMENTS[kind];
  if (kind === 'target' || kind === 'source')
    return { ...common, purpose, sources: ['path'], offers: percent, specifiers: 'tmpfiles.d' };
  if (kind === 'text') return { ...common, purpose, offers: percent, specifiers: 'tmpfiles.d' };
  return { ...common, purpose, offers: offersOf[kind] ?? [] };
}

const offersOf: Readonly<Partial<Record<ArgumentKind, readonly Candidate[]>>> = {
  attributes: Object.entries(FILE_ATTRIBUTES).map(([letter, detail]) => ({
    label: `+${letter}`,
    kind: 'value',
    detail,
  })),
  capabilities: [...capabilities].map(([name, detail]) => ({
    label: `${name.toLowerCase()}=ep`,
    kind: 'value',
    detail,
  })),
  acl: ['user:NAME:rwX', 'group:NAME:r-X', 'default:user:NAME:rwX', 'default:group:NAME:r-X'].map((label) => ({
    label,
    kind: 'value',
  })),
};
