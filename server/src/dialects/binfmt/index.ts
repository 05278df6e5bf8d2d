import { inColumns } from '../../engine/lines/columns.ts';
import type { Column, Field, LineDialect } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { quotedText, refusedLine } from '../lines/problems.ts';
import { outlineOf } from '../lines/simple-lines.ts';

const files: FolderFiles = { dialect: 'binfmt', folders: ['binfmt.d'], suffix: '.conf' };

const COLUMNS: readonly (readonly [label: string, purpose: string])[] = [
  ['name', 'How the format is called: a file of that name appears below `/proc/sys/fs/binfmt_misc`.'],
  ['type', '`M` tells such files by their first bytes, `E` by the end of their name.'],
  ['offset', 'With `M`, where in the file the bytes are looked for; 0 when it is left out.'],
  ['magic', 'The bytes, with escapes like `\\x0a`; with `E` the end of the name without a dot.'],
  ['mask', 'With `M`, which bits of the bytes count; all when it is left out.'],
  ['interpreter', 'The program that runs such files.'],
  ['flags', '`P`, `O`, `C` and `F`: how the program is called.'],
];

const columns: readonly Column[] = COLUMNS.map(([label, purpose]) => ({
  name: label,
  label,
  purpose,
  manual: { page: 'binfmt.d(5)', heading: 'CONFIGURATION FORMAT' },
}));

/** What the kernel's folder has of its own, and what cannot be a file. */
const NOT_NAMES: ReadonlySet<string> = new Set(['', '.', '..', 'status', 'register']);

/** Programs that run files of other formats; binfmt.d(5). The kernel reads what is behind the name. */
export const binfmtDialect: LineDialect = {
  id: 'binfmt',
  called: 'A binfmt.d file',
  ...inFolders(files),
  read(line) {
    const { kind, start, text } = outlineOf(line, '#;');
    return { kind, fields: kind === 'entry' ? fieldsOf(text, start) : [] };
  },
  // `apply_rule()` of src/binfmt/binfmt.c.
  check({ content: { fields } }) {
    const [name] = fields;
    if (!name || (!NOT_NAMES.has(name.text) && !name.text.includes('/'))) return [];
    return [
      refusedLine(
        name.start === name.end ? { start: Math.max(0, name.start - 1), end: name.end } : name,
        `${quotedText(name.text)} cannot be the name of a format; systemd-binfmt drops this line.`,
      ),
    ];
  },
  checkAmong: hiddenFile,
  ...inColumns(() => columns),
  references: ({ content: { fields } }) => {
    const interpreter = fields[5];
    return interpreter?.text.startsWith('/')
      ? [{ type: 'path', target: interpreter.text, start: interpreter.start, end: interpreter.end }]
      : [];
  },
  symbol: ({ content: { fields } }) =>
    fields[0] && fields[0].text !== '' ? { name: fields[0].text, detail: fields[5]?.text ?? '' } : undefined,
};

/** The first character is what stands between the fields. */
function fieldsOf(text: string, start: number): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (const [name] of COLUMNS) {
    const next = text.indexOf(text[0]!, from);
    const to = next < 0 ? text.length : next;
    const token = name === 'name' ? 'property' : name === 'interpreter' ? 'path' : undefined;
    if (from <= text.length)
      fields.push({ name, start: start + from, end: start + to, text: text.slice(from, to), ...(token && { token }) });
    if (next < 0) break;
    from = next + 1;
  }
  return fields;
}
