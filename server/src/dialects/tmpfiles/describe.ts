import type { LineContext, LinePlace, ManualPlace, ReadLine } from '../../engine/lines/line-dialect.ts';
import { formatMode, parseMode } from '../../values/basic/mode.ts';
import { parseTimespan } from '../../values/time/timespan.ts';
import { readAge, STAMPS } from './age.ts';
import { PAGE } from './columns.ts';
import { purposeOfModifier, purposeOfType } from './line-types.ts';

/** What the field at a place says, in words; undefined where its column says it all. */
export function describe({ field, column }: LinePlace, _line: ReadLine, { version }: LineContext): string | undefined {
  if (!field || field.text === '') return undefined;
  if (field.text === '-') return `Left out. ${column.purpose}`;
  switch (field.name) {
    case 'type':
      return describeType(field.text);
    case 'mode':
      return describeMode(field.text);
    case 'age':
      return describeAge(field.text, version);
    default:
      return undefined;
  }
}

function describeType(text: string): string | undefined {
  const [letter = '', ...behind] = text;
  const purpose = purposeOfType(letter);
  if (!purpose) return undefined;
  const listed = behind.flatMap((each) => {
    const what = purposeOfModifier(each);
    return what ? [`- \`${each}\` ${what}`] : [];
  });
  return [`**${letter}** ${purpose}.`, ...listed].join('\n');
}

function describeMode(text: string): string | undefined {
  const digits = text.replace(/^[~:]*/, '');
  const mode = parseMode(digits);
  if (typeof mode !== 'number') return undefined;
  const signs = text.slice(0, text.length - digits.length);
  const notes = [
    ...(signs.includes('~') ? ['Rights that the file has not now stay left out.'] : []),
    ...(signs.includes(':') ? ['Only new files get it.'] : []),
  ];
  return [`\`${formatMode(mode)}\``, ...notes].join(' ');
}

function describeAge(text: string, version: number): string | undefined {
  const { keepsFirstLevel, by, span } = readAge(text, version);
  const read = parseTimespan(span, { version });
  if ('fault' in read) return undefined;
  if (read.amount === 'infinity') return 'Nothing is ever old enough to be removed.';
  const what =
    read.amount === 0n ? 'Everything inside is removed.' : `What is inside is removed when it is older than ${span}.`;
  const stamps = by === undefined ? [] : [`What counts: ${stampsOf(by)}.`];
  return [what, ...(keepsFirstLevel ? ['What lies right inside is kept.'] : []), ...stamps].join(' ');
}

function stampsOf(letters: string): string {
  const told = [...new Set(letters)].map((letter) => {
    const what = STAMPS[letter.toLowerCase()];
    return letter === letter.toLowerCase() ? `${what} of files` : `${what} of directories`;
  });
  return told.join(', ');
}

/** The manual has an entry for each type. */
export const manualOf = ({ field }: LinePlace): ManualPlace | undefined =>
  field?.name === 'type' && field.text !== '' ? { page: PAGE, term: field.text[0]! } : undefined;
