import { alignColumns } from '../../engine/lines/align-columns.ts';
import type {
  Column,
  Field,
  LineContext,
  LineDialect,
  LineProblem,
  ReadLine,
} from '../../engine/lines/line-dialect.ts';
import type { FileIdentity } from '../../schema/file-identity.ts';
import { withoutSourceSuffix } from '../../schema/file-kind.ts';
import { ignoredPart, quotedText, refusedLine } from '../lines/problems.ts';
import { inColumns, outlineOf, wordFields } from '../lines/simple-lines.ts';
import { isKnownOption, OPTIONS, valueFault } from './options.ts';

interface Table {
  readonly id: 'crypttab' | 'veritytab';
  readonly columns: readonly Column[];
  /** Fields that cannot be left out. */
  readonly least: number;
}

const column = (page: string, name: string, label: string, purpose: string, more: Partial<Column> = {}): Column => ({
  name,
  label,
  purpose,
  manual: { page, heading: 'DESCRIPTION' },
  ...more,
});

const crypttab: Table = {
  id: 'crypttab',
  least: 2,
  columns: [
    column('crypttab(5)', 'volume', 'Volume', 'How the opened volume is called: it appears as `/dev/mapper/NAME`.'),
    column('crypttab(5)', 'device', 'Device', 'The encrypted device: a path, or `UUID=…`.', { sources: ['path'] }),
    column('crypttab(5)', 'key', 'Key file', 'A file with the key; `none` or `-` asks for a password.', {
      sources: ['path'],
      offers: [{ label: 'none', kind: 'keyword', detail: 'asks for a password' }],
    }),
    column('crypttab(5)', 'options', 'Options', 'Options with commas between them.', {
      offers: [...OPTIONS].map(([name, kind]) => ({ label: kind === 'none' ? name : `${name}=`, kind: 'value' })),
    }),
  ],
};

const veritytab: Table = {
  id: 'veritytab',
  least: 4,
  columns: [
    column('veritytab(5)', 'volume', 'Volume', 'How the verified volume is called: it appears as `/dev/mapper/NAME`.'),
    column('veritytab(5)', 'data', 'Data device', 'The device with the data.', { sources: ['path'] }),
    column('veritytab(5)', 'hash', 'Hash device', 'The device with the hashes.', { sources: ['path'] }),
    column('veritytab(5)', 'root', 'Root hash', 'The hash over all, in hexadecimal digits.'),
    column('veritytab(5)', 'options', 'Options', 'Options with commas between them.'),
  ],
};

function tableDialect({ id, columns, least }: Table): LineDialect {
  return {
    id,
    called: id === 'crypttab' ? 'crypttab' : 'veritytab',
    globs: [`**/etc/${id}`],
    searched: [{ name: id, folders: ['/etc'], suffix: id }],
    identify: (path) => identify(path, id),
    read(line) {
      const outline = outlineOf(line, '#');
      const names = [...columns.map(({ name }) => name), 'rest'];
      return {
        kind: outline.kind,
        fields:
          outline.kind === 'entry'
            ? wordFields(outline, names, {
                takesRest: true,
                tokens: { volume: 'property', device: 'path', key: 'path', data: 'path', hash: 'path' },
              })
            : [],
      };
    },
    check: (line, context) => check(line, { id, columns, least }, context),
    ...inColumns(() => columns),
    references: ({ content: { fields } }) =>
      fields.flatMap(({ token, text, start, end }) =>
        token === 'path' && text.startsWith('/') ? [{ type: 'path', target: text, start, end }] : [],
      ),
    symbol: ({ content: { fields } }) =>
      fields[0] ? { name: fields[0].text, detail: fields[1]?.text ?? '' } : undefined,
    format: (file) => alignColumns(file, columns.length),
  };
}

/** Volumes that are opened at boot; crypttab(5) and veritytab(5). */
export const crypttabDialect = tableDialect(crypttab);
export const veritytabDialect = tableDialect(veritytab);

function identify(path: string, id: string): FileIdentity | undefined {
  const [raw = '', folder = ''] = path.split('/').reverse();
  const name = withoutSourceSuffix(raw);
  if (name !== id || folder !== 'etc') return undefined;
  return { dialect: id, kind: id, role: 'fragment', unit: undefined, manager: 'system', isSource: name !== raw };
}

/** `add_crypttab_devices()` of src/cryptsetup/cryptsetup-generator.c and its like for veritytab. */
function check(
  { content: { fields } }: ReadLine,
  { id, columns, least }: Table,
  { version }: LineContext,
): LineProblem[] {
  if (fields.length < least) {
    const missing = columns[fields.length]!.label.toLowerCase();
    return [
      refusedLine(
        fields.at(-1)!,
        `This line ends before the ${missing}; systemd ignores it. A line of ${id} has ${columns
          .slice(0, least)
          .map(({ label }) => label.toLowerCase())
          .join(', ')}.`,
      ),
    ];
  }
  const options = fields.find(({ name }) => name === 'options');
  if (id === 'veritytab') return checkRootHash(fields[3]!);
  return options ? checkOptions(options, version) : [];
}

/** `none` and `-` stand for no options. */
function checkOptions(field: Field, version: number): LineProblem[] {
  if (field.text === 'none' || field.text === '-') return [];
  const options = optionsOf(field);
  const names = options.map(({ text }) => text.replace(/=.*/, ''));
  if (names.includes('tmp') && names.includes('swap'))
    return [refusedLine(field, 'A volume cannot be both "tmp" and "swap"; systemd ignores this line.')];
  return options.flatMap((option) =>
    option.text === '' ? [emptyOption(option, field)] : checkOption(option, version),
  );
}

/** Digits in pairs: systemd-veritysetup reads bytes. */
const checkRootHash = (hash: Field): LineProblem[] =>
  /^(?:[0-9A-Fa-f]{2})+$/.test(hash.text)
    ? []
    : [
        refusedLine(
          hash,
          `${quotedText(hash.text)} is not a root hash; systemd-veritysetup does not open the volume. Write hexadecimal digits, an even number of them.`,
        ),
      ];

/** The options of a field, each at its place; a comma behind a backslash separates nothing. */
const optionsOf = ({ text, start }: Field): Field[] =>
  [...text.matchAll(/(?<=^|,)(?:[^,\\]|\\.?)*/g)].map(({ 0: word, index }) => ({
    name: 'option',
    text: word,
    start: start + index,
    end: start + index + word.length,
  }));

/** Between two commas, before the first or behind the last. */
function emptyOption({ start, end }: Field, field: Field): LineProblem {
  const comma = start > field.start ? { start: start - 1, end: start } : { start, end: end + 1 };
  const fix = { title: 'Remove the comma', edits: [{ ...comma, text: '' }], preferred: true };
  return ignoredPart(comma, 'An empty option; systemd-cryptsetup complains of it. Leave out this comma.', {
    fixes: [fix],
  });
}

function checkOption(option: Field, version: number): LineProblem[] {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/.exec(option.text) ?? [];
  // Others read crypttab as well, and their options are for the generator.
  if (name.startsWith('x-') || name.startsWith('x_')) return [];
  const kind = isKnownOption(name, version) ? OPTIONS.get(name) : undefined;
  const isForm = kind === 'none' ? value === undefined : kind?.endsWith('?') || value !== undefined;
  if (!kind || !isForm)
    return [ignoredPart(option, `Unknown option ${quotedText(option.text)}; systemd-cryptsetup ignores it.`)];
  const fault = value === undefined ? undefined : valueFault(name, value);
  if (!fault) return [];
  const what = `The value ${quotedText(value!)} of ${name}= ${fault.message}`;
  return fault.isFatal
    ? [refusedLine(option, `${what}; systemd-cryptsetup does not open the volume.`)]
    : [ignoredPart(option, `${what}; systemd-cryptsetup ignores this option.`)];
}
